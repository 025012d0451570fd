import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templates } from './testing/templates.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Starts the server as an operator does, and waits until it has ended. */
function ended(environment: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PORT: '0', ...environment }
  const { status, stderr } = spawnSync(process.execPath, [MAIN], { env, encoding: 'utf8' })
  return { status, stderr }
}

describe('a start that cannot be', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'afterglow-start-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    [
      'where nothing listens',
      'postgres://afterglow:s3cret@127.0.0.1:1/care',
      'nothing listens there',
    ],
    ['that is not there', 'no_such_database', 'there is no such database'],
    ['that does not know the user', 'user', 'does not take this user'],
  ])('names DATABASE_URL in one line for a database %s, and no password', (_, given, said) => {
    const told = ended({ AFTERGLOW_DATA: folder, DATABASE_URL: urlOf(given) })
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(/^DATABASE_URL: [^\n]+\n$/)
    expect(told.stderr).toContain(said)
    expect(told.stderr).not.toContain('s3cret')
  })

  it('names PORT in one line for a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    // Listening on a port, so the address is one of a network.
    const { port } = other.address() as AddressInfo
    const told = ended({ AFTERGLOW_DATA: folder, PORT: String(port), AFTERGLOW_LOG: 'error' })
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(/^PORT: another program listens there[^\n]*\n$/)
    other.close()
  })
})

/** The tests' own server, with another database or another user. */
function urlOf(given: string): string {
  if (given.startsWith('postgres:')) return given
  const url = new URL(templates().server)
  if (given === 'user') [url.username, url.password] = ['stranger', 's3cret']
  else url.pathname = `/${given}`
  return url.href
}
