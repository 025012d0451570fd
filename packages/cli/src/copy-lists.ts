/** What stands over the lists of names. */
export const SUBJECTS = {
  title: 'Afterglow: what you can ask about',
  how: 'Ask by code or name, such as: afterglow assess makeup. A word of your own finds its names: afterglow subjects gym',
} as const

export const SIGN_LIST = {
  title: 'Afterglow: the signs that you can tell us of',
  how: 'Tell us by code, name or word, and how strong: afterglow triage --session FILE --symptom redness=mild. How strong is 0 to 10, mild, moderate or severe; of a fever the degrees C, such as fever=38.4.',
  course: 'Part of the usual course for some time, while mild',
} as const

export const EXPORT = {
  written: (file: string) => `Wrote ${file}`,
} as const
