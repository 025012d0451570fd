/** A section's text with what only gets in the way taken out: broken words, marks of footnotes, numbers of a list. */
export function plainText(text: string): string {
  return withoutNumbers(
    text
      .replaceAll('\r', '\n')
      .replaceAll(/[\u00B2\u00B3\u00B9\u2070-\u2079†‡®™©°](?!\/)/gu, ' ')
      .replaceAll(/(\d)\s?(?:°\/o|º\/o|0\/0)(?![\p{L}\d])/gu, '$1%')
      .normalize('NFKC')
      .replaceAll(/[\u00AD\u200B-\u200F\uFEFF"“”«»]/gu, '')
      .replaceAll(/[\u00A0\u2000-\u200A\u202F]/gu, ' ')
      .replaceAll(/[‐‑‒−]/gu, '-')
      .replaceAll(/(\p{L})-[^\S\n]*\n[^\S\n]*(?=\p{Ll})/gu, '$1')
      .replaceAll(/([\p{L})\]])\*+/gu, '$1 ')
      .replaceAll(/(^|[,;\n]\s?)(\d), (?=\d-\p{L})/gu, '$1$2,')
      .replaceAll(/\(\s?(?:and|et|und|y|&)\s?\)/giu, ','),
  )
}

const NUMBER = /(^|[\s,;])(\d{1,3})[.)](?=\s)/g

/** `1. Water 2. Glycerin`: numbers that count up from one are separators. */
function withoutNumbers(text: string): string {
  const counted = [...text.matchAll(NUMBER)].map((match) => match[2])
  if (!['1', '2', '3'].every((number, k) => counted[k] === number)) return text
  let next = 1
  return text.replaceAll(NUMBER, (whole, before: string, number: string) => {
    if (Number(number) !== next) return whole
    next += 1
    return `${before};`
  })
}
