/**
 * The words of a name as they are compared: lower case, without accents, marks and apostrophes; every script's digits as
 * 0 to 9; the letters that Arabic, Persian and Urdu keyboards write in several ways as one, and hamza left out.
 */
export function nameWords(name: string): readonly string[] {
  return folded(name).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A whole name as it is compared with another: its words in any order. */
export function nameKey(name: string): string {
  return nameWords(name).toSorted().join(' ')
}

/** Folds letters and digits; marks between words stay. Folding twice is folding once. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\u0640'’‘`´ʼʻء]+/gu, '')
    .replaceAll(/\p{Nd}/gu, digit)
    .replaceAll(SEVERAL, (letter) => ONE_LETTER[letter] ?? letter)
}

const ONE_LETTER: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ک: 'ك',
  ڪ: 'ك',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ة: 'ه',
  ں: 'ن',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

const SEVERAL = new RegExp(`[${Object.keys(ONE_LETTER).join('')}]`, 'gu')

/** The digits of a script stand in a row of ten from its zero on (Unicode, chapter 4.6). */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
