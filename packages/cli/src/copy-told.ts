/** What is said of words and numbers that were given: read another way, not read, or not applied. */

export const TEMPERATURE = {
  fahrenheit: (number: string) =>
    `${number}: that looks like degrees Fahrenheit. Give degrees C, such as 38.4.`,
  unread: (number: string) =>
    `${number}: no body temperature in degrees C, so it could not be read. Measure again, and give degrees C, such as 38.4.`,
} as const

export const REMARK = {
  list: 'afterglow subjects lists the names.',
  didYouMean: (names: readonly string[]) => `Did you mean ${names.join(', or ')}?`,
} as const

export const UNMAPPED = {
  kept: (word: string) => `"${word}": we kept it and played safe. Ask your clinic if it matters.`,
  sign: (word: string) =>
    `"${word}": we kept it. It may be any sign, so nothing opens on it. afterglow signs lists the words we know.`,
  didYouMean: (word: string) => `Did you mean "${word}"?`,
} as const

export const ESTIMATED = {
  /** Stands for "It ended 1 h ago": nobody knows that. */
  day: (what: string, clock: string) =>
    `We do not know when your ${what} ended. We count from ${clock}, the latest it can have been, so the times here may be longer than you need. If you tell us of a sign, we send you to your clinic.`,
} as const
