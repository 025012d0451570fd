/** The part of the language package that answers questions, to be fetched by itself. */
export { alarmsIn, ask, createVocabulary } from '@afterglow/language'
