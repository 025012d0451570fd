import type { Loaded } from '../../app/query.ts'

/** All three, once all are there; the first that is not stands for them. */
export function all<A, B, C>(a: Loaded<A>, b: Loaded<B>, c: Loaded<C>): Loaded<readonly [A, B, C]> {
  if (a.state !== 'there') return a
  if (b.state !== 'there') return b
  if (c.state !== 'there') return c
  const isOld = a.isOld || b.isOld || c.isOld
  return { state: 'there', value: [a.value, b.value, c.value], isOld }
}
