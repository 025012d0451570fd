import type { Protocol, Subject } from '@afterglow/engine'

export type Position = Subject['positions'][number]
type Length = string | { readonly reading: string }

/** Where one more `avoid` would stand: of a subject, less what it leaves out. */
export interface Placed {
  readonly subject: string
  readonly except: readonly string[]
}

/** Every `avoid` that speaks of a subject: its own, and those that broader ones pass down. */
function avoidsOn(code: string, protocol: Protocol): readonly Position[] {
  const chain = chainOf(code, protocol)
  return chain.flatMap(({ positions }, depth) => {
    const below = chain.slice(0, depth).map(({ subject }) => subject)
    return positions.filter(
      ({ stance, except }) =>
        stance === 'avoid' && !except?.some((excepted) => below.includes(excepted)),
    )
  })
}

/** The subject and every broader one, nearest first; stops where a cycle closes. */
function chainOf(code: string, { subjects }: Protocol): readonly Subject[] {
  const byCode = new Map(subjects.map((one) => [one.subject, one]))
  const chain: Subject[] = []
  for (let next = byCode.get(code); next && !chain.includes(next); ) {
    chain.push(next)
    next = next.broader === undefined ? undefined : byCode.get(next.broader)
  }
  return chain
}

/** The subjects that would hear an `avoid` that stands there. */
export function hearersOf({ subject, except }: Placed, protocol: Protocol): readonly string[] {
  return protocol.subjects
    .filter((one) => {
      const chain = chainOf(one.subject, protocol).map((broader) => broader.subject)
      const depth = chain.indexOf(subject)
      return depth >= 0 && !chain.slice(0, depth).some((code) => except.includes(code))
    })
    .filter(({ group }) => !group)
    .map((one) => one.subject)
}

/** The earliest ends that the protocol gives a subject, any of which may be the floor; none where nothing avoids it. */
export function floorsOf(code: string, protocol: Protocol): readonly string[] {
  return avoidsOn(code, protocol).flatMap((position) => endsOf(position, protocol))
}

/**
 * What a further `avoid` must not end before: else it would be the floor to which this subject can be shortened. Where
 * nothing states a figure, the typical recovery end stands for one.
 */
export function leastEndsOf(code: string, protocol: Protocol): readonly string[] {
  const avoids = avoidsOn(code, protocol)
  const floors = floorsOf(code, protocol)
  if (floors.length > 0 || avoids.length === 0) return floors
  return [protocol.readings.typicalRecoveryEnd.until]
}

/** Whether an `avoid` without an end speaks of the subject: it would take the end of any other that has no test. */
export function hasOpenAvoid(code: string, protocol: Protocol): boolean {
  return avoidsOn(code, protocol).some(
    ({ window }) => window?.until === undefined && (window?.and ?? []).length === 0,
  )
}

/** What every `avoid` of the subject itself leaves out, a further one leaves out too: bland care stays open. */
export function commonExceptions(code: string, { subjects }: Protocol): readonly string[] {
  const own = subjects.find(({ subject }) => subject === code)?.positions ?? []
  const [first, ...others] = own.filter(({ stance }) => stance === 'avoid')
  return (first?.except ?? []).filter((excepted) =>
    others.every(({ except }) => except?.includes(excepted)),
  )
}

function endsOf({ window }: Position, protocol: Protocol): readonly string[] {
  const until = window?.until
  if (until === undefined || until === 'cleared') return []
  const ends = typeof until === 'object' && 'atLeast' in until ? Object.values(until) : [until]
  return ends.flatMap((end) => readLength(end, protocol) ?? [])
}

/** A vague word is what the protocol's own table reads it as. */
function readLength(length: Length, { readings }: Protocol): string | undefined {
  if (typeof length === 'string') return length
  if (length.reading === 'typical-recovery') return readings.typicalRecoveryEnd.until
  if (length.reading === 'outer-recovery') return readings.outerRecoveryEnd.until
  return readings.words[length.reading]?.is
}
