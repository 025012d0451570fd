import { CompiledQuery } from 'kysely'
import type { Database } from '../store/database.ts'
import { KEEPER } from '../store/keeper.ts'
import { TENANT_TABLES } from '../store/tenant-tables.ts'

export interface Column {
  readonly name: string
  /** As PostgreSQL writes it. */
  readonly type: string
}

/** A table as the database has it at its step of the schema. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly Column[]
  /** The columns of the primary key, in its order. */
  readonly key: readonly Column[]
}

/** Those of the tables named that are there, by name. */
export async function shapesOf(
  db: Database,
  names: readonly string[],
): Promise<ReadonlyMap<string, TableShape>> {
  const rows = await statement<ColumnRow>(db, COLUMNS, [names])
  const byTable = Map.groupBy(rows, ({ table }) => table)
  return new Map([...byTable].map(([name, columns]) => [name, shapeOf(name, columns)]))
}

interface ColumnRow extends Column {
  readonly table: string
  /** Its place in the primary key. */
  readonly place: number | null
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    array_position(i.indkey::int2[], a.attnum) as place
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname = any($1::text[])
  order by c.relname, a.attnum`

function shapeOf(name: string, rows: readonly ColumnRow[]): TableShape {
  const columns = rows.map(({ name: column, type }) => ({ name: column, type }))
  const inKey = rows.filter(({ place }) => place !== null)
  const key = inKey.sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  return { name, columns, key: key.map(({ name: column, type }) => ({ name: column, type })) }
}

/** The text that stands for a value in a file: times to the microsecond, bytes as base64, the rest as PostgreSQL writes it. */
export function textOf({ name, type }: Column): string {
  if (type === 'timestamp with time zone')
    return `to_char("${name}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
  if (type === 'bytea') return `translate(encode("${name}", 'base64'), E'\\n', '')`
  return `"${name}"::text`
}

/** The value of such a text. */
export function valueOf({ type }: Column, text: string): string {
  return type === 'bytea' ? `decode(${text}, 'base64')` : `${text}::${type}`
}

/** A statement in the database's own names. */
export async function statement<T>(
  db: Database,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<readonly T[]> {
  const query = CompiledQuery.raw(text, [...parameters])
  const { rows } = await db.withoutPlugins().executeQuery(query)
  // Each caller names what its own statement selects.
  return rows as T[]
}

/** From here on the transaction sees what it has to of the table: every clinic's rows, or the server's own. */
export async function enterTable(db: Database, table: string): Promise<void> {
  const isTenant = TENANT_TABLES.some((one) => one === table)
  await statement(db, `set local role ${isTenant ? KEEPER : 'none'}`)
}

/** A whole database takes longer to copy than any request may. */
export async function withoutTimeouts(db: Database): Promise<void> {
  await statement(
    db,
    `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
}
