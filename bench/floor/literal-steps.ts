import { ALLOWED_RANK, rankOf, STATUS_BY_RANK } from './ranks.ts'
import type { Segment } from './segments.ts'
import { type Before, maskOf, type Speaker } from './writing.ts'
import { type CodedTime, END, fixedOrder, FOREVER } from './time-code.ts'

/** One stretch with the places of its ends in the one order that every clock gives. */
interface Placed {
  readonly speaker: Speaker
  readonly segment: Segment
  readonly from: number
  readonly to: number
}

interface Answer {
  readonly start: CodedTime
  readonly rank: number
  readonly mask: number
  readonly governing: string | null
}

/** The steps written out, where nothing but the clock decides and the clock cannot change their order. */
export function literalSteps(speakers: readonly Speaker[], before: Before): string | undefined {
  if (speakers.some(({ gate }) => gate)) return undefined
  const segments = speakers.flatMap((one) => one.segments)
  const times = [END, ...segments.flatMap(({ from, to }) => [from, to])]
  const finite = [
    ...new Map(times.filter((time) => time !== FOREVER).map((t) => [t.code, t])).values(),
  ]
  const order = fixedOrder(finite)
  if (!order) return undefined
  const placeOf = (time: CodedTime) =>
    time === FOREVER ? order.length : order.findIndex(({ code }) => code === time.code)
  const placed = speakers.flatMap((speaker) =>
    speaker.segments.map((segment) => ({
      speaker,
      segment,
      from: placeOf(segment.from),
      to: placeOf(segment.to),
    })),
  )
  const answers = order.map((start, k) => answerAt(placed, start, k))
  const changes = answers.filter((answer, k) => k === 0 || !same(answer, answers[k - 1]))
  const steps = changes.map(stepCode)
  return [...(before.step ? [before.step] : []), ...steps].join(', ')
}

function answerAt(placed: readonly Placed[], start: CodedTime, at: number): Answer {
  const heard = placed.filter(({ from, to }) => from <= at && at < to)
  const [first, ...others] = heard
  if (!first) return { start, rank: ALLOWED_RANK, mask: 0, governing: null }
  const best = others.reduce((a, b) => (outweighs(b, a) ? b : a), first)
  const rank = rankOf(best.segment.status)
  const mask = heard
    .filter(({ segment }) => rankOf(segment.status) === rank)
    .reduce((bits, { segment }) => bits | maskOf(segment), 0)
  return { start, rank, mask, governing: best.speaker.position.id }
}

function outweighs(next: Placed, best: Placed): boolean {
  const higher = rankOf(next.segment.status) - rankOf(best.segment.status)
  if (higher !== 0) return higher > 0
  if (next.to !== best.to) return next.to > best.to
  return hasFigure(next) && !hasFigure(best)
}

function hasFigure({ speaker }: Placed): boolean {
  const until = speaker.position.window?.until
  return until !== undefined && until !== 'cleared'
}

function same(a: Answer, b: Answer | undefined): boolean {
  return a.rank === b?.rank && a.mask === b.mask && a.governing === b.governing
}

function stepCode({ start, rank, mask, governing }: Answer): string {
  const status = JSON.stringify(STATUS_BY_RANK[rank])
  return `{ start: ${start.code}, status: ${status}, governing: ${JSON.stringify(governing)}, changedBy: CHANGES[${mask}] }`
}
