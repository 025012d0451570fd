import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONFIG_NAMES } from './config.ts'
import { type LocalSmtp, localSmtp } from './deliver/testing/smtp-server.ts'
import { type ChildServer, startChildServer } from './testing/child-server.ts'

const PAGE = readFileSync(new URL('../../../docs/operate.md', import.meta.url), 'utf8')
const WAIT_MS = 120_000

/** The commands of the walk, in their order, as one shell script. */
function walk(): string {
  const blocks = [...PAGE.matchAll(/<!-- walk -->\n```sh\n(.*?)```/gs)].map(([, text]) => text)
  return ['set -euo pipefail', ...blocks].join('\n')
}

describe('docs/operate.md', () => {
  let folder: string
  let smtp: LocalSmtp
  let server: ChildServer

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'afterglow-walk-'))
    smtp = await localSmtp()
    server = await startChildServer({
      AFTERGLOW_DATA: join(folder, 'data'),
      SMTP_URL: `smtp://${smtp.host}`,
      MAIL_FROM: 'Riverside <care@riverside.example>',
    })
  })
  afterAll(async () => {
    await server.stop()
    await smtp[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  it('lists every setting, and none that there is not', () => {
    const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'))
    const listed = rows.flatMap((line) => (line.split('|')[1] ?? '').match(/[A-Z0-9_]{4,}/g) ?? [])
    expect(listed.sort()).toEqual([...CONFIG_NAMES].sort())
  })

  it('goes from set-up to a plan, an urgent alert, a reminder by mail and an export', async () => {
    const env = { ...process.env, BASE: server.url, SETUP: await server.setupToken() }
    await promisify(execFile)('bash', ['-c', walk()], { cwd: folder, env })
    const record = readFileSync(join(folder, 'record.json'), 'utf8')
    expect(record).toContain('Aisha Rahman')
    expect(record).toContain('it is getting worse')
    const written = async () =>
      (await smtp.mails()).map(({ to, subject, text }) => ({
        to: [to]
          .flat()
          .map((one) => one?.text)
          .join(),
        text: `${subject} ${text}`,
      }))
    const addresses = ['aisha@mail.example', 'desk@riverside.example']
    const arrived = async () => [...new Set((await written()).map(({ to }) => to))].sort()
    const until = Date.now() + WAIT_MS
    while ((await arrived()).length < addresses.length && Date.now() < until) {
      await new Promise((next) => setTimeout(next, 250))
    }
    expect(await arrived()).toEqual(addresses)
    const text = (await written()).map(({ text: one }) => one).join()
    expect(text).not.toMatch(/Aisha|needling|pus|worse/i)
  }, 300_000)

  it('stops when it is told to, and says nothing of a person in its log', async () => {
    expect(await server.stop()).toBe(0)
    expect(server.log()).not.toMatch(/Aisha|aisha@|noor@|heron/)
  })
})
