import type { Picture, Pictures, PictureSpan } from './pictures.ts'

/** As many of the pictures as have the first one's shape. */
export function packed(pictures: readonly Picture[]): Pictures {
  const [first] = pictures
  const base = (first?.markup ?? '').split('<')
  const spans: PictureSpan[] = []
  for (const { from, until, markup } of pictures) {
    const own = markup.split('<')
    if (own.length !== base.length) break
    const other = own.flatMap((piece, k) => (piece === base[k] ? [] : [[k, piece] as const]))
    spans.push({ from, until, other })
  }
  return { markup: first?.markup ?? '', spans }
}
