import type { Database } from '../store/database.ts'
import type { Part, Row, TableLine } from './backup-format.ts'
import { TABLES_OF } from './backup-format.ts'
import { refuse } from './refused.ts'
import {
  type Column,
  enterTable,
  shapesOf,
  statement,
  type TableShape,
  valueOf,
} from './table-shape.ts'

/** Puts rows back, page by page, in the order in which they stand in the file. */
export interface Loader {
  readonly begin: (line: TableLine) => Promise<void>
  readonly add: (row: Row) => Promise<void>
  readonly end: () => Promise<void>
}

const PAGE = 250

export interface Loading {
  readonly part: Part
  /** What the file is called in messages. */
  readonly name: string
  /** Tables that are read and put nowhere. */
  readonly skip: readonly string[]
}

/** A file whose tables are not exactly those of the database at this step is refused: it is another product's. */
export async function loaderFor(
  db: Database,
  loading: Loading,
  tables: readonly TableLine[],
): Promise<Loader> {
  const plans = await plansOf(db, loading, tables)
  let plan: Plan | undefined
  let rows: Row[] = []
  const flush = async (): Promise<void> => {
    const isLoaded = plan !== undefined && !loading.skip.includes(plan.table)
    if (isLoaded && plan && rows.length > 0) await insert(db, plan, rows)
    rows = []
  }
  return {
    begin: async ({ table }) => {
      await flush()
      plan = plans.get(table)
      await enterTable(db, table)
    },
    add: async (row) => {
      if (row.length !== plan?.columns.length) refuse(loading.name, 'structure', OTHER_LENGTH)
      rows.push(row)
      if (rows.length >= PAGE) await flush()
    },
    end: flush,
  }
}

const OTHER_LENGTH = 'has a row with more or fewer values than its table has columns'

async function plansOf(
  db: Database,
  { part, name }: Loading,
  tables: readonly TableLine[],
): Promise<ReadonlyMap<string, Plan>> {
  const shapes = await shapesOf(db, TABLES_OF[part])
  const plans = new Map(
    tables.map((line) => [line.table, planOf(shapes.get(line.table), line, name)]),
  )
  const absent = [...shapes.keys()].find((table) => !plans.has(table))
  if (absent !== undefined)
    refuse(name, 'incomplete', `has no rows of ${absent}: it is no whole backup`)
  return plans
}

interface Plan {
  readonly table: string
  readonly columns: readonly Column[]
}

/** Names and types that go into a statement are the database's, never the file's. */
function planOf(shape: TableShape | undefined, { table, columns }: TableLine, name: string): Plan {
  if (shape === undefined)
    return refuse(
      name,
      'not-found',
      `has rows of a table "${table}" that this schema does not have`,
    )
  const found = columns.map(({ name: column }) => {
    const own = shape.columns.find((one) => one.name === column)
    return (
      own ?? refuse(name, 'not-found', `has a column "${column}" of ${table} that is not there`)
    )
  })
  if (found.length !== shape.columns.length)
    refuse(name, 'incomplete', `has not every column of ${table}`)
  return { table, columns: found }
}

async function insert(db: Database, { table, columns }: Plan, rows: readonly Row[]): Promise<void> {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const values = columns.map((column, k) => valueOf(column, `x.c${k}`)).join(', ')
  const lists = columns.map((_, k) => `$${k + 1}::text[]`).join(', ')
  const aliases = columns.map((_, k) => `c${k}`).join(', ')
  await statement(
    db,
    `insert into ${table} (${names}) select ${values} from unnest(${lists}) as x(${aliases})`,
    columns.map((_, k) => rows.map((row) => row[k] ?? null)),
  )
}
