import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROUTES } from '../packages/server/src/routes/index.ts'
import { actionsWithWords } from '../packages/web/src/clinic/screens/settings/audit/action-words.ts'

const SERVER = join(import.meta.dirname, '../packages/server/src')

/**
 * By the routes of a clinic, each of which writes what it is called, and what code writes: at a door that is of no clinic
 * yet, an operator’s command, the clearing out of old records, a merge.
 */
function serverActions(): readonly string[] {
  const routes = ROUTES.filter(({ spec }) => !spec.unscoped).map(({ spec }) => spec.action)
  return [...new Set([...routes, ...actionsInCode()])].sort()
}

/** What stands in the code, without the name that each door of no clinic has there once. */
function actionsInCode(): readonly string[] {
  const files = globSync('**/*.ts', { cwd: SERVER }).filter((file) => !/test/.test(file))
  const named = files.flatMap((file) =>
    [...readFileSync(join(SERVER, file), 'utf8').matchAll(/\baction(?::| =) '([a-z.-]+)'/g)].map(
      ([, action = '']) => action,
    ),
  )
  const doors = new Set(ROUTES.filter(({ spec }) => spec.unscoped).map(({ spec }) => spec.action))
  return named.filter((action, at) => !doors.has(action) || named.indexOf(action) < at)
}

it('has words for every action that the server may write into the audit, and for no other', () => {
  const actions = serverActions()
  expect(actions).toEqual(expect.arrayContaining(['retention.run', 'team.accept', 'unsubscribe']))
  expect(actionsWithWords().toSorted()).toEqual(actions)
})
