import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChildServer } from './testing/child-server.ts'
import { templates } from './testing/templates.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Starts the server as an operator does, and waits until it has ended. */
function ended(environment: Readonly<Record<string, string>>, ...given: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PORT: '0', ...environment }
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...given], {
    env,
    encoding: 'utf8',
  })
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

  it('names HOST in one line for an address that is none', () => {
    const told = ended({ AFTERGLOW_DATA: folder, HOST: 'notahost.invalid', AFTERGLOW_LOG: 'error' })
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(/^HOST: [^\n]+\n$/)
  })

  it.each([
    ['AFTERGLOW_DATA', 'a folder that is a file', 'a part of the path is a file'],
    ['AFTERGLOW_KEY_FILE', 'a key file under a file', 'a file of that name'],
    ['AFTERGLOW_PROTOCOLS', 'protocols that are not there', 'no-such-folder'],
  ])('names %s in one line for %s', (name, _, said) => {
    const [data, file] = [join(folder, name), join(folder, 'file')]
    writeFileSync(file, '')
    const wrong = name === 'AFTERGLOW_PROTOCOLS' ? join(folder, 'no-such-folder') : join(file, 'in')
    const told = ended({ AFTERGLOW_DATA: data, AFTERGLOW_LOG: 'error', [name]: wrong })
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(new RegExp(`^${name}[: ][^\\n]+\\n$`))
    expect(told.stderr).toContain(said)
  })

  it('names AFTERGLOW_DATA where another server has it', async () => {
    const data = join(folder, 'busy')
    const server = await startChildServer({ AFTERGLOW_DATA: data })
    const told = ended({ AFTERGLOW_DATA: data })
    await server.stop()
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(/^AFTERGLOW_DATA: [^\n]+ is in use by [^\n]+\n$/)
  })

  it('names a mistyped option in one line', () => {
    const told = ended({ AFTERGLOW_DATA: folder }, '--dmeo')
    expect(told.status, told.stderr).toBe(2)
    expect(told.stderr).toMatch(/^--dmeo: [^\n]+ did you mean "--demo"\n$/)
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
