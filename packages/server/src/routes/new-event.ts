import type { Instant } from '@afterglow/engine'
import { type EventType, type StoredEvent } from '../store/event-log.ts'
import { actorOf } from '../http/principal.ts'
import { invalidAt, notFound, type Problem, type Reply, refused } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { changesJudgement, judgeAgain } from '../care/judge-again.ts'
import { AHEAD_MS } from '../care/planned-sessions.ts'
import { type NewEvents, type Recorded, recordEvents } from '../care/record-event.ts'

/** An event as the caller of a route tells it. */
export function newEvent(
  { deps, at, principal }: Call,
  event: {
    readonly type: EventType
    readonly at: Instant
    readonly data: Readonly<Record<string, unknown>>
    readonly eventId?: string
  },
): StoredEvent {
  const { type, data, eventId = deps.createId() } = event
  return { eventId, type, at: event.at, recordedAt: at, actor: actorOf(principal), data }
}

/** What is told of the future is refused: a report, a clearance or a message is of now or before. */
export function futureProblem({ at }: Call, told: Instant): Problem | null {
  if (told <= at + AHEAD_MS) return null
  return invalidAt('at', 'is in the future; what is told has happened')
}

/**
 * Records events, has what was reported before judged again where they change that, and answers with what `reply` makes of
 * the care after them.
 */
export async function recorded(
  call: Call,
  given: NewEvents,
  reply: (recorded: Recorded) => Promise<Reply> | Reply,
): Promise<Reply> {
  if (given.record.state !== 'active') return notFound('patient')
  const result = await recordEvents(call.trx, call.deps, given)
  if (!result.ok) return refused(result.issues)
  const { isNew, after } = result.value
  const raisedAgain =
    isNew && given.events.some(changesJudgement) ? await judgeAgain(call, after) : 0
  if (raisedAgain > 0) call.note({ raisedAgain })
  return reply(result.value)
}
