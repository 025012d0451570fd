import type { Instant } from '@afterglow/engine'

/** What Today says in `[from, until)`. */
export interface Picture {
  readonly from: Instant
  readonly until: Instant
  readonly markup: string
}

/** Pictures that follow one another: the first in full, of each later one what is other than in the first. */
export interface Pictures {
  readonly markup: string
  readonly spans: readonly PictureSpan[]
}

export interface PictureSpan extends Pick<Picture, 'from' | 'until'> {
  /** The place of each piece that is other, and what stands there. */
  readonly other: readonly (readonly [place: number, piece: string])[]
}

/** The picture whose time it is; null where there is none. */
export function pictureAt({ markup, spans }: Pictures, at: Instant): Picture | null {
  const span = spans.find(({ from, until }) => from <= at && at < until)
  if (!span) return null
  // One piece for each tag, with the text after it.
  const own = markup.split('<')
  for (const [place, piece] of span.other) own[place] = piece
  return { from: span.from, until: span.until, markup: own.join('<') }
}
