/**
 * Flesch-Kincaid grade level (Kincaid and others, 1975): school years needed to read a text. A lint, never proof that a
 * text is plain. Suits texts of two or more sentences, or of twelve or more words; below that one long word decides.
 */
export function gradeOf(text: string): number {
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (
    (0.39 * words.length) / sentencesOf(text).length + (11.8 * syllables) / words.length - 15.59
  )
}

/** Whether a text is long enough for a grade to mean something. */
export function isGradable(text: string): boolean {
  return sentencesOf(text).length >= 2 || wordsOf(text).length >= 12
}

/** A colon or a semicolon does not end a sentence: the stricter reading. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((part) => wordsOf(part).length > 0)
}

/** Words and numbers; the parts of a compound count one by one. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []
}

/** Words that have to be said, and why no shorter one will do. They count as words of two syllables. */
const NECESSARY: Readonly<Record<string, string>> = {
  microneedling: 'the name of the treatment, on every clinic’s sheet',
  radiofrequency: 'names the devices that this plan is not for',
  hyaluronic: 'the name on the bottle',
  isotretinoin: 'the name on the packet',
  paracetamol: 'the name on the packet',
  clopidogrel: 'the name on the packet',
  inflammatory: 'part of "anti-inflammatory", printed on the packet',
  emergency: 'what the number to call is named everywhere',
  breastfeeding: 'the everyday word',
}

export function isNecessary(word: string): boolean {
  return Object.hasOwn(NECESSARY, word.toLowerCase())
}

/** Syllables by the groups of vowels, less a silent ending; a number counts as one. */
export function syllablesOf(word: string): number {
  if (isNecessary(word)) return 2
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters
    .replace(/(?<=[^laeiouy])es$|(?<=[^tdaeiouy])ed$|(?<=[^laeiouy])e$/, '')
    .replace(/^y/, '')
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}
