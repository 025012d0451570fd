import { expect, it } from 'vitest'
import { readReadme, withRealOutput } from '../scripts/examples.ts'

it('shows in the README what the commands print today (renew with: npm run examples)', () => {
  const readme = readReadme()
  expect(readme.match(/<!-- output: /g)?.length).toBeGreaterThanOrEqual(2)
  expect(withRealOutput(readme)).toBe(readme)
})

it('ends a block that is cut with a line of dots', () => {
  const readme = withRealOutput('<!-- output: afterglow help | 2 lines -->\n<!-- end -->')
  expect(readme.split('\n').slice(-3)).toEqual(['...', '```', '<!-- end -->'])
  const whole = withRealOutput('<!-- output: afterglow --version | 2 lines -->\n<!-- end -->')
  expect(whole).not.toContain('...')
})
