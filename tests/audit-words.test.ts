import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROUTES } from '../packages/server/src/routes/index.ts'
import { actionsWithWords } from '../packages/web/src/clinic/screens/settings/audit/action-words.ts'

const SERVER = join(import.meta.dirname, '../packages/server/src')

/** By the routes, and what code beside them writes: an operator’s command, the clearing out of old records, a merge. */
function serverActions(): readonly string[] {
  const files = globSync('**/*.ts', { cwd: SERVER }).filter((file) => !/test/.test(file))
  const written = files.flatMap((file) =>
    [...readFileSync(join(SERVER, file), 'utf8').matchAll(/\baction(?::| =) '([a-z.-]+)'/g)].map(
      ([, action = '']) => action,
    ),
  )
  return [...new Set([...ROUTES.map(({ spec }) => spec.action), ...written])].sort()
}

it('has words for every action that the server may write into the audit, and for no other', () => {
  const actions = serverActions()
  expect(actions).toContain('retention.run')
  expect(actionsWithWords().toSorted()).toEqual(actions)
})
