import type { Change, Elapsed, Reason, Status, Step } from '../../packages/engine/src/index.ts'
import type { Position } from '../../packages/engine/src/protocol.ts'
import { type NaiveClock } from './naive-clock.ts'

/** One position that applies, with how it is shown. */
export interface NaiveVoice {
  readonly position: Position
  readonly reason: Reason
}

/** What a position asks for from when until when. */
interface Stretch {
  readonly voice: NaiveVoice
  readonly from: Elapsed
  readonly to: Elapsed
  readonly status: Status
  readonly endedBy: 'time' | 'report' | 'clearance'
}

const FOREVER = Number.POSITIVE_INFINITY
const WEIGHT: Readonly<Record<Status, number>> = {
  allowed: 0,
  recommended: 1,
  caution: 2,
  unknown: 3,
  'ask-clinic': 4,
  avoid: 5,
}
const CHANGES: readonly Change[] = ['time', 'report', 'clearance', 'fact']

/** Merges the positions that apply to one subject: at every boundary the strictest stretch in force. No events. */
export function naiveSteps(
  voices: readonly NaiveVoice[],
  clock: NaiveClock,
  statedEnd: Elapsed | undefined,
): readonly Step[] {
  const stretches = voices.flatMap((voice) => stretchesOf(voice, clock, statedEnd))
  const points = new Set([0, ...stretches.flatMap(({ from, to }) => [from, to])])
  const sorted = [...points].filter((point) => point !== FOREVER).sort((a, b) => a - b)
  const steps: Step[] = []
  for (const start of sorted) {
    const step = stepAt(stretches, start)
    const last = steps[steps.length - 1]
    if (!last || !sameAnswer(step, last)) steps.push(step)
  }
  return steps
}

function stepAt(stretches: readonly Stretch[], start: Elapsed): Step {
  const active = stretches.filter(({ from, to }) => from <= start && start < to)
  const prescribed = active.some(({ voice }) => voice.position.stance === 'continue')
  const heard = prescribed ? active.map(softened) : active
  const [first, ...others] = heard
  if (!first) return { start, status: 'allowed', governing: null, changedBy: [] }
  const best = others.reduce((a, b) => (outweighs(b, a) ? b : a), first)
  const binding = heard.filter(({ status }) => status === best.status)
  const changedBy = CHANGES.filter((change) => binding.some((one) => isChangedBy(one, change)))
  return { start, status: best.status, governing: best.voice.position.id, changedBy }
}

function softened(one: Stretch): Stretch {
  return one.status === 'avoid' ? { ...one, status: 'ask-clinic' } : one
}

function outweighs(next: Stretch, best: Stretch): boolean {
  if (next.status !== best.status) return WEIGHT[next.status] > WEIGHT[best.status]
  if (next.to !== best.to) return next.to > best.to
  return hasFigure(next.voice.position) && !hasFigure(best.voice.position)
}

function hasFigure({ window }: Position): boolean {
  return window?.until !== undefined && window.until !== 'cleared'
}

function isChangedBy({ to, endedBy, voice }: Stretch, change: Change): boolean {
  if (change === 'time') return to !== FOREVER
  return change === 'fact' ? voice.reason.unconfirmed !== undefined : endedBy === change
}

function sameAnswer(a: Step, b: Step): boolean {
  return (
    a.status === b.status &&
    a.governing === b.governing &&
    a.changedBy.join() === b.changedBy.join()
  )
}

function stretchesOf(
  voice: NaiveVoice,
  clock: NaiveClock,
  statedEnd: Elapsed | undefined,
): readonly Stretch[] {
  const { stance, window, condition } = voice.position
  const from = window?.from === undefined ? 0 : clock.elapsed(window.from)
  const until = window?.until === 'cleared' ? undefined : window?.until
  switch (stance) {
    case 'avoid':
      return avoidStretches(voice, clock, statedEnd).map((one) => ({
        ...one,
        voice,
        from: Math.max(from, one.from),
      }))
    case 'limit':
    case 'ask': {
      const status = stance === 'ask' ? 'ask-clinic' : 'caution'
      const end = until === undefined ? undefined : clock.latest(until)
      return waiting(voice, end).map((one) => ({
        ...one,
        voice,
        status,
        from: Math.max(from, one.from),
      }))
    }
    case 'use':
    case 'allow':
    case 'continue': {
      const status = stance === 'use' && condition === undefined ? 'recommended' : 'allowed'
      const to = until === undefined ? FOREVER : clock.earliest(until)
      return [{ voice, from, to, status, endedBy: 'time' }]
    }
  }
}

type Part = Omit<Stretch, 'voice'>

function avoidStretches(
  { position }: NaiveVoice,
  clock: NaiveClock,
  statedEnd: Elapsed | undefined,
): readonly Part[] {
  const { window } = position
  const { cleared, settled } = waitsFor(position)
  const typical = clock.elapsed({ reading: 'typical-recovery' })
  const own =
    window?.until === undefined || window.until === 'cleared'
      ? undefined
      : clock.latest(window.until)
  const open = own === undefined && !cleared && !settled
  const end = own ?? (open ? (statedEnd ?? typical) : typical)
  const timed: Part = { from: 0, to: end, status: 'avoid', endedBy: 'time' }
  if (cleared || (open && statedEnd === undefined))
    return [timed, { from: end, to: FOREVER, status: 'ask-clinic', endedBy: 'clearance' }]
  if (settled) {
    const outer = Math.max(clock.elapsed({ reading: 'outer-recovery' }), end)
    return [timed, { from: end, to: outer, status: 'caution', endedBy: 'report' }]
  }
  if (window?.maybe === undefined) return [timed]
  return [
    timed,
    { from: end, to: clock.elapsed(window.maybe), status: 'caution', endedBy: 'time' },
  ]
}

function waiting(
  { position }: NaiveVoice,
  end: Elapsed | undefined,
): readonly Omit<Part, 'status'>[] {
  const { cleared, settled } = waitsFor(position)
  const timed = end === undefined ? [] : [{ from: 0, to: end, endedBy: 'time' as const }]
  const after = { from: end ?? 0, to: FOREVER }
  if (cleared || (end === undefined && !settled))
    return [...timed, { ...after, endedBy: 'clearance' }]
  return settled ? [...timed, { ...after, endedBy: 'report' }] : timed
}

function waitsFor({ window }: Position): { readonly cleared: boolean; readonly settled: boolean } {
  return {
    cleared: window?.until === 'cleared' || window?.and?.includes('cleared') === true,
    settled: window?.and?.includes('settled') === true,
  }
}
