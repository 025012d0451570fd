import { plainWord } from './plain-word.ts'

/** The plain words of a text. A vitamin and its letter are one word: alone, that letter may be an article. */
export function wordsIn(text: string): readonly string[] {
  const words: string[] = []
  for (const word of text.split(/[\p{Z}\p{P}\n|]+/u).filter((one) => one !== '')) {
    const plain = plainWord(word)
    const letter = words.at(-1) === VITAMIN ? letterOf(plain) : undefined
    if (letter !== undefined) words.pop()
    words.push(letter === undefined ? vitaminOr(plain) : `${VITAMIN}+${letter}`)
  }
  return words
}

/** One without its letter: it may be any of them. */
export const VITAMIN = 'vitamin'
const VITAMINS: ReadonlySet<string> = new Set(
  ['vitamin', 'vit', 'vitamina', 'فيتامين', 'ڤيتامين', 'وٹامن', 'وٹامین'].map(plainWord),
)

function vitaminOr(word: string): string {
  return VITAMINS.has(word) ? VITAMIN : word
}

/** The letter of a vitamin, with the number that may follow it. */
function letterOf(word: string): string | undefined {
  return LETTERS.get(word) ?? (/^[a-z]\d{0,2}$/.test(word) ? word : undefined)
}

/** What the letters are called in other scripts. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: ['ا', 'أ', 'ايه', 'اے'],
    b: ['ب', 'بي', 'بی'],
    b3: ['ب3', 'بي3'],
    c: ['ج', 'سي', 'س', 'سی'],
    d: ['د', 'دي', 'ڈی'],
    e: ['اي', 'ای', 'ه'],
  }).flatMap(([letter, names]) => names.map((name) => [plainWord(name), letter] as const)),
)
