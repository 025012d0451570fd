import type {
  CarePlan,
  CheckIn,
  Instant,
  Session,
  TriageAnswer,
  Verdict,
} from '../packages/engine/src/index.ts'

/** "May I?", of a person whose plan was made before. */
export interface VerdictQuestion {
  readonly session: Session
  readonly plan: CarePlan
  readonly subject: string
  readonly at: Instant
}

export interface TriageQuestion {
  readonly session: Session
  readonly plan: CarePlan
  readonly checkIn: CheckIn
}

export type Answer<T> = T | Promise<T>

/** One way of doing the three works for one protocol, made ready: ours, a rules engine's, or the floor's. */
export interface Rival {
  readonly plan: (session: Session) => Answer<CarePlan>
  readonly verdict: (question: VerdictQuestion) => Answer<Verdict>
  readonly triage: (question: TriageQuestion) => Answer<TriageAnswer>
  /** A rules engine's own part of a plan: which rules apply. */
  readonly rules?: (session: Session) => Answer<unknown>
}

export const WORKS = ['plan', 'verdict', 'triage'] as const
export type Work = (typeof WORKS)[number]

export const PEERS = ['json-rules-engine', 'zen-engine', 'node-rules'] as const
export const RIVALS = [...PEERS, 'floor'] as const
export type RivalName = (typeof RIVALS)[number]
export type RunnerName = RivalName | 'ours'
