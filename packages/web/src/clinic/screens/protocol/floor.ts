import type { Protocol, Subject } from '@afterglow/engine'

type Position = Subject['positions'][number]
type Until = NonNullable<Position['window']>['until']
type Stated = NonNullable<NonNullable<Position['window']>['from']>

/**
 * The earliest ends that the published protocol's sources give a subject, its broader ones' included: nothing may be
 * shortened below all of them. None where no source gives a time.
 */
export function floorsOf(code: string, protocol: Protocol): readonly string[] {
  return avoidsOn(code, protocol).flatMap(({ window }) => endsOf(window?.until, protocol))
}

/**
 * The ends that hold for everybody from the session on: a length that none of them exceeds changes nothing, since the
 * strictest counts.
 */
export function governingEndsOf(code: string, protocol: Protocol): readonly string[] {
  return avoidsOn(code, protocol)
    .filter(({ when, condition, window }) => !when && !condition && window?.from === undefined)
    .flatMap(({ window }) => endsOf(window?.until, protocol))
}

function avoidsOn(code: string, { subjects }: Protocol): readonly Position[] {
  const chain = chainOf(code, subjects)
  return chain.flatMap(({ positions }, depth) => {
    const below = chain.slice(0, depth).map(({ subject }) => subject)
    return positions.filter(
      ({ stance, except }) =>
        stance === 'avoid' && !except?.some((excepted) => below.includes(excepted)),
    )
  })
}

/** The subject and every broader one, nearest first; stops where a cycle closes. */
export function chainOf(code: string, subjects: readonly Subject[]): readonly Subject[] {
  const chain: Subject[] = []
  const find = (wanted: string) => subjects.find(({ subject }) => subject === wanted)
  for (let next = find(code); next && !chain.includes(next); ) {
    chain.push(next)
    next = next.broader === undefined ? undefined : find(next.broader)
  }
  return chain
}

function endsOf(until: Until, protocol: Protocol): readonly string[] {
  if (until === undefined || until === 'cleared') return []
  const ends = typeof until === 'object' && 'atLeast' in until ? Object.values(until) : [until]
  return ends.flatMap((end) => stated(end, protocol) ?? [])
}

/** A vague word is what the protocol's own table reads it as. */
function stated(length: Stated, { readings }: Protocol): string | undefined {
  if (typeof length === 'string') return length
  if (length.reading === 'typical-recovery') return readings.typicalRecoveryEnd.until
  if (length.reading === 'outer-recovery') return readings.outerRecoveryEnd.until
  return Object.hasOwn(readings.words, length.reading)
    ? readings.words[length.reading]?.is
    : undefined
}
