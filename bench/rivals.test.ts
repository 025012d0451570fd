import { describe, expect, it } from 'vitest'
import { checkIdentical } from './check.ts'
import { generatedSessions } from './data/generated-sessions.ts'
import { RIVALS } from './rival.ts'
import { PROTOCOLS, protocolOf } from './subject-matter.ts'

const SESSIONS = 50

describe.each(PROTOCOLS)('on the %s protocol', (name) => {
  it.each(RIVALS)('%s gives our plan, verdict and triage answer', async (rival) => {
    const sessions = generatedSessions(3, SESSIONS)
    await expect(checkIdentical(protocolOf(name), sessions, [rival])).resolves.toBeUndefined()
  })
})
