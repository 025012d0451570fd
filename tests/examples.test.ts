import { expect, it } from 'vitest'
import { readReadme, withRealOutput } from '../scripts/examples.ts'

it('shows in the README what the commands print today (renew with: npm run examples)', () => {
  const readme = readReadme()
  expect(readme.match(/<!-- output: /g)?.length).toBeGreaterThanOrEqual(2)
  expect(withRealOutput(readme)).toBe(readme)
})
