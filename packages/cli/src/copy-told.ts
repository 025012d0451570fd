/** What is said of words and times that were given: kept, or estimated. */

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
