import { read, sendForFile } from './request.ts'

/** Null where it is of fewer than 5 people: hidden. */
type Count = number | null

/** What a clinic's check-ins come to, over whole months. */
export interface Insight {
  readonly from: string
  /** Not itself in it. */
  readonly to: string
  readonly asOf: string
  readonly course: readonly GroupCourse[]
  readonly completion: { readonly sessions: Count; readonly withCheckIn: Count }
  readonly acknowledgement: { readonly urgent: Acknowledged; readonly other: Acknowledged }
  readonly questions: {
    readonly count: Count
    readonly byMonth: readonly { readonly month: string; readonly count: Count }[]
  }
}

export type Grouping = 'all' | 'needle-depth' | 'skin-type'

/** Check-ins of one group by day after the session, and how many of them report each sign. Day 0 is the first 24 hours. */
export interface GroupCourse {
  readonly by: Grouping
  /** `1-1.5` in millimetres, a skin type, `unknown`; null for everybody. */
  readonly group: string | null
  readonly checkIns: readonly Count[]
  readonly signs: readonly { readonly code: string; readonly reported: readonly Count[] }[]
}

/** How long alerts waited until somebody had seen them. */
export interface Acknowledged {
  readonly alerts: Count
  readonly acknowledged: Count
  readonly medianMin: Count
  readonly p90Min: Count
}

export function readInsight(from: string): Promise<Insight> {
  return read<Insight>(`/v1/insight?from=${from}`)
}

/** The same for a spreadsheet; null where it cannot be read. */
export async function readInsightCsv(from: string): Promise<string | null> {
  const reply = await sendForFile({ method: 'GET', path: `/v1/insight.csv?from=${from}` })
  return reply.ok ? reply.value.text() : null
}
