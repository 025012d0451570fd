import { latinDigits } from '../../words/latin-digits.ts'

/** A word as it is compared: without accents, vowel signs, and the spellings that a keyboard chooses between. */
export function plainWord(word: string): string {
  // Takes accents, the madda and the hamza off their letters.
  const bare = word.toLowerCase().normalize('NFD').replaceAll(MARKS, '')
  const letters = latinDigits(bare).replaceAll(VARIANTS, (letter) => LETTERS.get(letter) ?? letter)
  return withoutArticle(withoutHamza(letters))
}

/** Accents, vowel signs, madda and hamza; tatweel; joiners and direction marks. */
const MARKS = /\p{M}|[\u0640\u200b-\u200f\u2066-\u2069]/gu

/** One letter for those that look or sound alike and that Arabic and Urdu keyboards write apart. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ۃ', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ٱ', 'ا'],
  ['ڤ', 'ف'],
])

const VARIANTS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/** A hamza on the line comes and goes in writing: دواء and دوا are one. In a word of three letters it is one of them. */
function withoutHamza(word: string): string {
  return word.length < 4 ? word : word.replaceAll('ء', '')
}

/** The article and what is written together with it, again where the word itself begins like one: so both ways meet. */
function withoutArticle(word: string): string {
  const article = ARTICLE.exec(word)?.[0]
  if (article === undefined || word.length < LONG_ENOUGH) return word
  return withoutArticle(word.slice(article.length))
}

const ARTICLE = /^(?:وال|بال|فال|كال|ال|لل)/
const LONG_ENOUGH = 5
