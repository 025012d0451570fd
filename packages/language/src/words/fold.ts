/**
 * A text as it is compared: lower case, without accents, apostrophes and marks; every script's digits as 0 to 9; the
 * letters that Arabic and Urdu keyboards write in several ways as one.
 */
function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\u0640\u200b-\u200f\u00ad'’‘`´ʼ]+/gu, '')
    .replaceAll('٫', '.')
    .replaceAll(/[٠-٩۰-۹०-९]/g, digit)
    .replaceAll(/[کڪىیےہھۃةۀ]/g, (letter) => LETTERS[letter] ?? letter)
}

const LETTERS: Readonly<Record<string, string>> = {
  ک: 'ك',
  ڪ: 'ك',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ة: 'ه',
  ۀ: 'ه',
}

/** The digits of each script start at a multiple of 16, or 6 above one. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  return String(code >= 0x966 && code <= 0x96f ? code - 0x966 : code & 15)
}

/** A letter written three times and more is one held down: `sooo`, `helpppp`. */
function withoutHeld(word: string): string {
  return word.replaceAll(/(\p{L})\1{2,}/gu, '$1')
}

/** An Arabic word without the article and what is written together with it. */
export function withoutArticle(word: string): string {
  if (word === TODAY) return word
  const bare = word.replace(/^(?:[وبفك]?ال|لل)/, '')
  return bare.length >= 3 ? bare : word
}

/** Without its article it would be any day. */
const TODAY = 'اليوم'

/** Words, numbers (`38.5`, `25/11`, `6:30`) and the marks that end a clause, in order. */
export function tokensOf(text: string): readonly string[] {
  const found = foldText(text).match(TOKEN) ?? []
  return found.map((one) => (isWord(one) ? withoutArticle(withoutHeld(one)) : one))
}

/** Marks behind which something else is said. */
export const CLAUSE_MARKS: readonly string[] = ['.', ',', '?', '!', ';', '\n', '؟', '،', '۔', '؛']

const TOKEN = /\d+(?:[.,:/-]\d+)*|\p{L}+|[?!.,;:؟،۔؛&\n]/gu

function isWord(token: string): boolean {
  return /^\p{L}/u.test(token)
}
