/** Remembers values under paths of small integers, comparing the whole path. Starts anew past a bound: memory, not answers. */
export interface Memo<T> {
  root: Branch<T>
  size: number
  readonly limit: number
}

interface Branch<T> {
  readonly next: Map<number, Branch<T>>
  leaf: T | undefined
}

export function createMemo<T>(limit: number): Memo<T> {
  return { root: createBranch(), size: 0, limit }
}

/** The value kept under `path`, made by `make` the first time. */
export function remember<T>(memo: Memo<T>, path: readonly number[], make: () => T): T {
  let branch = memo.root
  for (const step of path) {
    let next = branch.next.get(step)
    if (!next) {
      next = createBranch()
      branch.next.set(step, next)
    }
    branch = next
  }
  if (branch.leaf !== undefined) return branch.leaf
  const value = make()
  branch.leaf = value
  memo.size += 1
  if (memo.size > memo.limit) {
    memo.root = createBranch()
    memo.size = 0
  }
  return value
}

function createBranch<T>(): Branch<T> {
  return { next: new Map(), leaf: undefined }
}
