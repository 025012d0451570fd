/** What the worker is started with. */
export interface Start {
  readonly folder: string
  readonly isThrowaway: boolean
}

export type Request = Query | { readonly id: number; readonly type: 'syncs' | 'close' }

export interface Query {
  readonly id: number
  readonly type: 'query'
  readonly sql: string
  /** In PostgreSQL's text format. Without any, `sql` may hold several statements. */
  readonly parameters: readonly (string | null)[]
}

/** Of several statements: the last one's. */
export interface QueryAnswer {
  readonly rows: readonly Record<string, unknown>[]
  /** `INSERT`, `COMMIT`, ...: PostgreSQL ends a failed transaction's COMMIT with `ROLLBACK`. */
  readonly command?: string
  /** Rows inserted, updated, deleted or merged. */
  readonly affectedRows?: number
}

export interface Failure {
  readonly message: string
  readonly code?: string
  readonly severity?: string
  readonly detail?: string
  readonly hint?: string
  readonly schema?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
}

export type Answer =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
