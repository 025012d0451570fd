import {
  applyPlan,
  createPlanner,
  planSeries,
  type Protocol,
  type Series,
  type SeriesRequest,
  type Session,
} from '@afterglow/engine'
import { ENDED_AT, instant, protocol, protocolInput, session } from './protocol.ts'

/** A made-up series to plan, and what a test reads of it. */

type Input = Readonly<Record<string, unknown>>

export type Request = Omit<SeriesRequest, 'at'> & { readonly at?: string }

/** The made-up protocol: four sessions, four weeks apart at best and three to six weeks at all. */
export const SERIES = protocolInput()['series'] as Input

export const HOLDS = [
  { id: 'not-settled', source: 'first', signs: ['erythema'], until: 'settled' },
  { id: 'infection', source: 'first', signs: ['pustules'], until: 'cleared' },
  {
    id: 'isotretinoin',
    source: 'first',
    when: { medicines: ['isotretinoin'] },
    until: 'cleared',
  },
]

const LEDGER = protocol({ series: { ...SERIES, holds: HOLDS } })

export function planned(
  { at = ENDED_AT, ...request }: Request = {},
  given: Session = session(),
  ledger: Protocol = LEDGER,
): Series {
  const planner = createPlanner([ledger])
  return planSeries(planner, applyPlan(planner, given), { at: instant(at), ...request })
}

export const dates = (series: Series): readonly string[] => series.sessions.map((one) => one.date)

export const codes = (series: Series): readonly string[] => series.issues.map((issue) => issue.code)

export const block = (from: string, until: string): Pick<Request, 'blocked'> => ({
  blocked: [{ from, until }],
})

/** A person who comes for their first session; nothing has been done by a clinic of this protocol. */
export const newcomer = (parts: Input = {}): Session => session(parts, { code: 'chemical-peel' })
