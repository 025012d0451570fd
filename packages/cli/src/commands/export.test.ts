import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSession } from '@afterglow/engine'
import { fromLink } from '@afterglow/formats'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, NOW } from '../testing.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterglow-export-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ARGS = ['--session', EXAMPLE, '--at', NOW]

describe('export sheet', () => {
  it('writes the plan out with its times, and the link of the session', async () => {
    const app = ['--app', 'https://clinic.example/#here']
    const { stdout, code } = await afterglow(['export', 'sheet', ...ARGS, ...app])
    expect(code).toBe(0)
    expect(stdout).toContain('Makeup')
    expect(stdout).toContain('Wed 25 Nov')
    expect(stdout).toContain('Trouble breathing')
    expect(stdout).toContain('https://clinic.example/#s=1')
  })

  it('says of each subject what the plan says, in JSON', async () => {
    const sheet = JSON.stringify(jsonOf(await afterglow(['export', 'sheet', ...ARGS, '--json'])))
    expect(sheet).toContain('"opensAt":"2026-11-25T12:45:00+04:00"')
  })
})

describe('export calendar', () => {
  it('gives a calendar file whose entries start when the plan changes', async () => {
    const { stdout, code } = await afterglow(['export', 'calendar', ...ARGS])
    expect(code).toBe(0)
    // What a parser of calendar files makes of one is a list.
    const parsed = ICAL.parse(stdout) as unknown[]
    const events = new ICAL.Component(parsed).getAllSubcomponents('vevent')
    const starts = events.map((event) => String(event.getFirstPropertyValue('dtstart')))
    expect(starts.join()).toMatch(/2026-11-25T12:45|2026-11-25T08:45/)
    expect(stdout).toContain('Makeup')
  })

  it('gives the same bytes whenever it is made, and tells nothing where it is discreet', async () => {
    const made = async (...flags: readonly string[]) =>
      (await afterglow(['export', 'calendar', ...ARGS, ...flags])).stdout
    expect(await made()).toBe(await made())
    expect(await made('--discreet')).not.toContain('Makeup')
    expect((await made('--routines')).length).toBeGreaterThan((await made()).length)
  })
})

describe('export link', () => {
  it('holds the session, with codes for its words', async () => {
    const { stdout } = await afterglow(['export', 'link', ...ARGS])
    expect(stdout).toMatch(/^#s=1[\w-]+\n$/)
    expect(fromLink(stdout.trim().slice('#s='.length))).toEqual(
      parseSession(JSON.parse(readFileSync(EXAMPLE, 'utf8'))),
    )
  })
})

describe('--out', () => {
  it('writes a file, and over one that is there with --force alone', async () => {
    const file = join(folder, 'link.txt')
    const args = ['export', 'link', ...ARGS, '--out', file]
    expect(await afterglow(args)).toMatchObject({ code: 0, stdout: `Wrote ${file}\n` })
    const first = readFileSync(file, 'utf8')
    expect(first).toMatch(/^#s=/)
    const again = await afterglow([...args, '--app', 'https://a.example/'])
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toMatch(/link\.txt" exists already; --force writes over it/)
    expect(readFileSync(file, 'utf8')).toBe(first)
    expect((await afterglow([...args, '--app', 'https://a.example/', '--force'])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(`https://a.example/${first}`)
  })

  it('says why a file cannot be written', async () => {
    const out = ['--out', join(folder, 'none', 'x.txt')]
    const { stderr, code } = await afterglow(['export', 'link', ...ARGS, ...out])
    expect(code).toBe(2)
    expect(stderr).toMatch(/x\.txt" cannot be written \(ENOENT\)/)
  })
})
