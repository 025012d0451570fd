import { expect, it } from 'vitest'
import { afterOthers } from './tell.ts'

it('dates a second of its kind a second later, so that the two are not taken for one', () => {
  const first = { type: 'check-in', at: 5000, signs: [] } as const
  const done = { type: 'done', at: 5000, subject: 'makeup' } as const
  const other = { ...done, subject: 'swimming' }
  expect(afterOthers({ ...first, signs: [] }, [{ ...first, signs: [] }]).at).toBe(6000)
  expect(afterOthers(done, [other, { ...first, signs: [] }]).at).toBe(5000)
})
