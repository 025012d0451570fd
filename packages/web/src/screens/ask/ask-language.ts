/** The part of the language package that answers questions, to be fetched by itself. */
export { ask, createVocabulary } from '@afterglow/language'
