/** Where the global setup says what it made, for the workers. */
export const TEMPLATES = 'AFTERGLOW_TEST_TEMPLATES'

/** Databases whose schema is up to date, to be copied: making one takes longer than most tests. */
export interface Templates {
  /** Of a superuser of the PostgreSQL, and the name of the database to copy. */
  readonly server: string
  readonly name: string
  /** The file of a snapshot of the embedded database. */
  readonly snapshot: string
}
