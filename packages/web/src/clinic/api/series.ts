import { read } from './request.ts'

export const SERIES_STATES = ['due', 'planned', 'to-confirm', 'held', 'all'] as const
export type SeriesState = (typeof SERIES_STATES)[number]

/** A patient's sessions so far, those planned, and when the next one can be. Dates are local. */
export interface PatientSeries {
  readonly patientId: string
  readonly name: string
  readonly done: readonly { readonly endedAt: string; readonly sessionNumber: number }[]
  readonly planned: readonly { readonly at: string }[]
  /** Planned, their time passed, and nobody has said that they took place. */
  readonly toConfirm: readonly { readonly procedureId: string; readonly at: string }[]
  /** How many sessions the sources say. */
  readonly wanted: { readonly from: number; readonly to: number } | null
  readonly next: {
    /** Null while a hold without an end stops it, and where one is planned already. */
    readonly earliest: string | null
    /** The preferred span. */
    readonly from: string | null
    readonly until: string | null
    readonly state: 'planned' | 'due' | 'overdue' | 'too-early' | 'done' | 'to-confirm'
  }
  readonly proposed: readonly { readonly number: number; readonly date: string }[]
  readonly gapsDays: readonly number[]
  readonly holds: readonly SeriesHold[]
  readonly maintenance: { readonly from: string; readonly until: string } | null
}

export interface SeriesHold {
  readonly code: string
  /** The first local date on which it no longer stops a session; null until a report or a clinician ends it. */
  readonly until: string | null
  readonly endedBy: 'report' | 'clearance'
  /** Whether the fact it rests on is not known: then it has to be asked before booking. */
  readonly toConfirm: boolean
}

export interface SeriesPage {
  readonly items: readonly PatientSeries[]
  /** Also after a page with few: more may come. */
  readonly next: string | null
  /** Of the whole clinic, on the first page. Whoever is held or done counts among those waiting. */
  readonly counts?: {
    readonly inSeries: number
    readonly planned: number
    readonly waiting: number
  }
}

export function readSeries(state: SeriesState, cursor: string | null = null): Promise<SeriesPage> {
  const rest = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  return read<SeriesPage>(`/v1/series?state=${state}&limit=50${rest}`)
}
