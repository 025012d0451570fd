import { createPlanner, type Session } from '../packages/engine/src/index.ts'
import type { Protocol } from '../packages/engine/src/protocol.ts'
import { generatedProtocol } from './data/generated-protocol.ts'
import { generatedTriageQuestions, generatedVerdictQuestions } from './data/generated-questions.ts'
import { generatedSessions } from './data/generated-sessions.ts'
import { realProtocol } from './data/real-protocol.ts'
import type { TriageQuestion, VerdictQuestion } from './rival.ts'

export const PROTOCOLS = ['generated', 'real'] as const
export type ProtocolName = (typeof PROTOCOLS)[number]

const PROTOCOL_SEED = 1
const SESSIONS_SEED = 7
const VERDICTS_SEED = 5
const TRIAGES_SEED = 6
export const SESSIONS = 50_000
export const QUESTIONS = 300

/** What every runner is measured on: the same in each process, from the same seeds, the sessions for both protocols. */
export interface SubjectMatter {
  readonly protocol: Protocol
  readonly sessions: readonly Session[]
  readonly verdicts: readonly VerdictQuestion[]
  readonly triages: readonly TriageQuestion[]
}

export function protocolOf(name: ProtocolName): Protocol {
  return name === 'real' ? realProtocol() : generatedProtocol(PROTOCOL_SEED)
}

export function measuredSessions(): readonly Session[] {
  return generatedSessions(SESSIONS_SEED, SESSIONS)
}

export function subjectMatterOf(name: ProtocolName, sessions: readonly Session[]): SubjectMatter {
  const protocol = protocolOf(name)
  const asked = sessions.slice(0, QUESTIONS)
  const planner = createPlanner([protocol])
  return {
    protocol,
    sessions,
    verdicts: generatedVerdictQuestions(planner, asked, VERDICTS_SEED),
    triages: generatedTriageQuestions(planner, asked, TRIAGES_SEED),
  }
}
