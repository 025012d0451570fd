import { DEFAULT_REMINDER_KINDS } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { keptKinds } from './reminder-kinds.tsx'

it('keeps a choice of kinds, none of them too, and nothing where all are wanted', () => {
  expect(keptKinds(['session-due'])).toEqual(['session-due'])
  expect(keptKinds([])).toEqual([])
  expect(keptKinds(DEFAULT_REMINDER_KINDS.toReversed())).toBeNull()
})
