/** What is said of words and numbers that were given: not read, or not applied. */

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
