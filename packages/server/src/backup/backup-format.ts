import { z } from '@hono/zod-openapi'
import { LOCAL_TABLES, REFERENCE_TABLES, TENANT_TABLES } from '../store/tenant-tables.ts'

/**
 * A backup is a file of lines, each one JSON value: a header, then per table a line with its columns and its rows as
 * lists of texts, then the photos, then a footer with the counts and the SHA-256 of every byte before it.
 */
export const FORMAT = 'afterglow-backup'
export const VERSION = 1

/** `data` and `keys` are kept apart: neither shows anything about a patient without the other. */
export type Part = 'data' | 'keys' | 'erasures'

/** What opens the data. */
const KEY_TABLES: readonly string[] = ['patient_key', 'server_secret']

/** What is over in a day, when upkeep was done, and staff's open sessions: a copy should sign nobody in. */
const LEFT_OUT: readonly string[] = [
  'auth_session',
  'auth_verification',
  'idempotency',
  'rate_limit',
  'upkeep',
]

/** Rows that others point at, before those. */
const FIRST: readonly string[] = ['auth_user', 'auth_organization']

const ALL: readonly string[] = [
  ...FIRST,
  ...LOCAL_TABLES.filter((name) => !FIRST.includes(name)),
  ...REFERENCE_TABLES,
  ...TENANT_TABLES,
]

export const ALL_TABLES = ALL

/** In the order in which they are written and read. The erasures are in every part: each list counts. */
export const TABLES_OF: Readonly<Record<Part, readonly string[]>> = {
  data: ALL.filter((name) => !KEY_TABLES.includes(name) && !LEFT_OUT.includes(name)),
  keys: [...KEY_TABLES, 'erasure'],
  erasures: ['erasure'],
}

const header = z.object({
  warning: z.string().optional(),
  format: z.literal(FORMAT),
  version: z.int(),
  part: z.enum(['data', 'keys', 'erasures']),
  id: z.string(),
  /** The last step of the schema. */
  schema: z.string(),
  createdAt: z.iso.datetime(),
  /** The text of the key file, in the keys alone. */
  masterKeys: z.string().optional(),
})
const table = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
})
const row = z.array(z.string().nullable())
const photo = z.object({ photo: z.string(), sha256: z.string(), bytes: z.int() })
const footer = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.int()),
  photos: z.int(),
  sha256: z.string(),
})

export const lineForm = z.union([row, photo, table, footer])
export const headerForm = header
export const photoForm = photo

export type Header = z.output<typeof header>
export type TableLine = z.output<typeof table>
export type Row = z.output<typeof row>
export type PhotoLine = z.output<typeof photo>
export type Footer = z.output<typeof footer>
