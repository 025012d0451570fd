import { expect, it } from 'vitest'
import { strictestOf } from './strictest.ts'

it('lets nothing that is shut, or that nobody knows, pass under the mark of what is open', () => {
  expect(strictestOf(['allowed', 'unknown', 'recommended'])).toBe('unknown')
  expect(strictestOf(['caution', 'avoid', 'ask-clinic'])).toBe('avoid')
  expect(strictestOf([])).toBe('unknown')
})
