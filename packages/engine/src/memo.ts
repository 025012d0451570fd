/** Past so many entries a memo starts anew: a bound on memory, not on answers. */
export const REMEMBERED = 50_000

/** Remembers values under paths of small integers, comparing the whole path. Starts anew past a bound: memory, not answers. */
export interface Memo<T> {
  root: Branch<T>
  size: number
  readonly limit: number
}

/** A place on the way: what is kept there, and where each next step leads. */
export interface Branch<T> {
  next: Map<number, Branch<T>> | undefined
  leaf: T | undefined
}

export function createMemo<T>(limit: number): Memo<T> {
  return { root: createBranch(), size: 0, limit }
}

/** The value kept under `path`, made by `make` the first time. */
export function remember<T>(memo: Memo<T>, path: readonly number[], make: () => T): T {
  let branch = memo.root
  for (const step of path) branch = stepOn(branch, step)
  return branch.leaf ?? keep(memo, branch, make())
}

/** The same a step at a time, for callers that have no path at hand. */
export function stepOn<T>(branch: Branch<T>, step: number): Branch<T> {
  branch.next ??= new Map<number, Branch<T>>()
  const known = branch.next.get(step)
  if (known) return known
  const next = createBranch<T>()
  branch.next.set(step, next)
  return next
}

export function keep<T>(memo: Memo<T>, branch: Branch<T>, value: T): T {
  branch.leaf = value
  memo.size += 1
  if (memo.size > memo.limit) {
    memo.root = createBranch()
    memo.size = 0
  }
  return value
}

function createBranch<T>(): Branch<T> {
  return { next: undefined, leaf: undefined }
}
