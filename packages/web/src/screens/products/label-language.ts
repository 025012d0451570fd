/** The part of the language package that reads labels, to be fetched by itself. */
export { label } from '@afterglow/language'
