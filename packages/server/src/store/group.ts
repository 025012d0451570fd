export interface Grouping<T> {
  /** What cannot share a transaction, such as two clinics, is in two lanes. */
  readonly laneOf: (one: T) => string
  /** Of two with one name the second waits for a later group; where it is left out, any may go together. */
  readonly nameOf?: (one: T) => string
}

/** As many as one statement writes well. */
const MOST = 64
/** Groups of one lane under way: while the database has one, the next is read. */
const AT_ONCE = 2

interface Waiting<T, R> {
  readonly one: T
  readonly resolve: (result: R | Promise<R>) => void
  readonly reject: (error: unknown) => void
}

interface Lane<T, R> {
  waiting: Waiting<T, R>[]
  underWay: number
}

/**
 * Group commit: what comes while others of its lane are under way goes together with the next group, and what comes alone
 * waits for nothing. `run` answers each of a group, in its order; where it throws, all of the group fail.
 */
export function inGroups<T, R>(
  { laneOf, nameOf }: Grouping<T>,
  run: (group: readonly T[]) => Promise<readonly (R | Promise<R>)[]>,
): (one: T) => Promise<R> {
  const lanes = new Map<string, Lane<T, R>>()
  const next = (name: string, lane: Lane<T, R>): void => {
    if (lane.underWay >= AT_ONCE) return
    if (lane.waiting.length === 0) {
      if (lane.underWay === 0) lanes.delete(name)
      return
    }
    const { group, rest } = divided(lane.waiting, nameOf)
    lane.waiting = rest
    lane.underWay += 1
    void settle(group, run).finally(() => {
      lane.underWay -= 1
      next(name, lane)
    })
  }
  return (one) => {
    const { promise, resolve, reject } = Promise.withResolvers<R>()
    const name = laneOf(one)
    const lane = lanes.get(name) ?? { waiting: [], underWay: 0 }
    lanes.set(name, lane)
    lane.waiting.push({ one, resolve, reject })
    next(name, lane)
    return promise
  }
}

async function settle<T, R>(
  group: readonly Waiting<T, R>[],
  run: (group: readonly T[]) => Promise<readonly (R | Promise<R>)[]>,
): Promise<void> {
  try {
    const results = await run(group.map(({ one }) => one))
    if (results.length !== group.length) throw new Error('a group of which not all were answered')
    // As many results as there are in the group.
    group.forEach(({ resolve }, k) => resolve(results[k] as R | Promise<R>))
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}

function divided<T, R>(
  waiting: readonly Waiting<T, R>[],
  nameOf: ((one: T) => string) | undefined,
): { readonly group: Waiting<T, R>[]; readonly rest: Waiting<T, R>[] } {
  const names = new Set<string>()
  const group: Waiting<T, R>[] = []
  const rest: Waiting<T, R>[] = []
  for (const each of waiting) {
    const name = nameOf?.(each.one)
    const fits = group.length < MOST && (name === undefined || !names.has(name))
    if (name !== undefined) names.add(name)
    ;(fits ? group : rest).push(each)
  }
  return { group, rest }
}
