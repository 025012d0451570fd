import type { Status } from '../../packages/engine/src/codes.ts'
import {
  boundsOf,
  type Length,
  type Position,
  type Protocol,
} from '../../packages/engine/src/protocol.ts'
import {
  type CodedTime,
  codedTime,
  earliestOf,
  END,
  FOREVER,
  latestOf,
  surelyBy,
} from './time-code.ts'

/** From when until when one position asks for one status, and what ends it. */
export interface Segment {
  readonly from: CodedTime
  readonly to: CodedTime
  readonly status: Status
  readonly endedBy: 'time' | 'report' | 'clearance'
}

/** One subject's positions with the ends that an open one borrows. */
export interface SubjectTimes {
  readonly protocol: Protocol
  readonly typicalEnd: CodedTime
  readonly outerEnd: CodedTime
  /** The latest end that an avoid without a test states. */
  readonly statedEnd: CodedTime | undefined
}

export function subjectTimes(positions: readonly Position[], protocol: Protocol): SubjectTimes {
  const stated = positions
    .filter((position) => position.stance === 'avoid' && !position.when)
    .flatMap((position) => endsOf(position, protocol))
  return {
    protocol,
    typicalEnd: codedTime({ reading: 'typical-recovery' }, protocol),
    outerEnd: codedTime({ reading: 'outer-recovery' }, protocol),
    statedEnd: stated.length === 0 ? undefined : latestOf(stated),
  }
}

/** What a position asks over time while no event has been told: design section 4, 1 to 5. */
export function segmentsOf(position: Position, times: SubjectTimes): readonly Segment[] {
  const from = startOf(position, times.protocol)
  const found = restrictionOrPermission(position, from, times)
  return found.filter((segment) => !surelyBy(segment.to, segment.from))
}

function restrictionOrPermission(
  position: Position,
  from: CodedTime,
  times: SubjectTimes,
): readonly Segment[] {
  const ends = endsOf(position, times.protocol)
  switch (position.stance) {
    case 'avoid':
      return avoidSegments(position, from, times)
    case 'limit':
    case 'ask':
      return gentlerSegments(position, from, ends)
    case 'use':
    case 'allow':
    case 'continue': {
      const recommended = position.stance === 'use' && position.condition === undefined
      const status = recommended ? 'recommended' : 'allowed'
      return [{ from, to: ends.length === 0 ? FOREVER : earliestOf(ends), status, endedBy: 'time' }]
    }
  }
}

function avoidSegments(
  position: Position,
  from: CodedTime,
  times: SubjectTimes,
): readonly Segment[] {
  const { typicalEnd, outerEnd, statedEnd, protocol } = times
  const ends = endsOf(position, protocol)
  const { cleared, settled } = waitsOf(position)
  const open = ends.length === 0 && !cleared && !settled
  const end = ends.length > 0 ? latestOf(ends) : open ? (statedEnd ?? typicalEnd) : typicalEnd
  const first: Segment = { from, to: end, status: 'avoid', endedBy: 'time' }
  const after = latestOf([from, end])
  if (cleared || (open && !statedEnd))
    return [first, { from: after, to: FOREVER, status: 'ask-clinic', endedBy: 'clearance' }]
  if (settled) {
    const outer = latestOf([outerEnd, end])
    return [first, { from: after, to: outer, status: 'caution', endedBy: 'report' }]
  }
  if (position.window?.maybe === undefined) return [first]
  const to = codedTime(position.window.maybe, protocol)
  return [first, { from: after, to, status: 'caution', endedBy: 'time' }]
}

function gentlerSegments(
  position: Position,
  from: CodedTime,
  ends: readonly CodedTime[],
): readonly Segment[] {
  const status = position.stance === 'ask' ? 'ask-clinic' : 'caution'
  const { cleared, settled } = waitsOf(position)
  const isOpen = ends.length === 0 && !settled && !cleared
  if (isOpen && position.stance === 'limit') return [{ from, to: FOREVER, status, endedBy: 'time' }]
  const end = ends.length === 0 ? from : latestOf(ends)
  const timed: Segment = { from, to: end, status, endedBy: 'time' }
  const waiting = (endedBy: 'report' | 'clearance'): Segment => ({
    from: latestOf([from, end]),
    to: FOREVER,
    status,
    endedBy,
  })
  if (cleared || isOpen) return [timed, waiting('clearance')]
  return settled ? [timed, waiting('report')] : [timed]
}

function waitsOf({ window }: Position): { readonly cleared: boolean; readonly settled: boolean } {
  return {
    cleared: window?.until === 'cleared' || (window?.and?.includes('cleared') ?? false),
    settled: window?.and?.includes('settled') ?? false,
  }
}

function startOf({ window }: Position, protocol: Protocol): CodedTime {
  return window?.from === undefined ? END : codedTime(window.from, protocol)
}

/** Both ends of a stated length. */
function endsOf({ window }: Position, protocol: Protocol): readonly CodedTime[] {
  if (window?.until === undefined || window.until === 'cleared') return []
  const { atLeast, atMost } = boundsOf(window.until)
  return both(atLeast, atMost).map((length) => codedTime(length, protocol))
}

function both(atLeast: Length, atMost: Length): readonly Length[] {
  return atLeast === atMost ? [atMost] : [atLeast, atMost]
}
