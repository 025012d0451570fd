import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { afterglow, jsonOf } from '../testing.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterglow-protocol-'))
  cpSync('protocols', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function edit(name: string, change: (text: string) => string): void {
  const file = join(folder, 'microneedling', name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

describe('protocol check', () => {
  it('passes the ledger of the checkout, and says what it went through', async () => {
    const { stdout, code } = await afterglow(['protocol', 'check'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/every check passed/)
    expect(stdout).toMatch(/every one of 8,784 hours/)
  })

  it.each([
    [
      'a cycle',
      'subjects/acids.yaml',
      (text: string) => text.replace(/^broader: .*$/m, 'broader: aha'),
      /acids\.yaml.*cycle|aha\.yaml.*cycle/,
    ],
    [
      'a missing text',
      'text.en.yaml',
      (text: string) => text.replace(/^task\.pat-dry: .*$/m, ''),
      /"task\.pat-dry" is missing/,
    ],
    [
      'an unknown source',
      'tasks.yaml',
      (text: string) => text.replace('source: dfa', 'source: nobody'),
      /tasks\.yaml:\d+: .*"nobody", which is no source/,
    ],
    [
      'an unknown reading',
      'tasks.yaml',
      (text: string) => text.replace('reading: first-few-days', 'reading: some-time'),
      /tasks\.yaml:\d+: .*"some-time" is no reading/,
    ],
    [
      'a fact that stands nowhere',
      'left-out.yaml',
      (text: string) => text.replace(/^- .*\n/m, ''),
      /left-out\.yaml.*stands nowhere/,
    ],
  ])('fails on %s, with its file', async (_, name, change, message) => {
    edit(name, change)
    const { stdout, stderr, code } = await afterglow(['protocol', 'check', '--protocol', folder])
    expect(code).toBe(2)
    expect(stdout + stderr).toMatch(message)
  })
})

describe('protocol coverage', () => {
  it('accounts for every fact', async () => {
    const { stdout, code } = await afterglow(['protocol', 'coverage'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^microneedling: 282 of 282 facts accounted for\n/)
  })

  it('names the file and line of each with --facts', async () => {
    const { stdout } = await afterglow(['protocol', 'coverage', '--facts'])
    expect(stdout).toMatch(
      /S1-28 +position makeup-s1 +protocols\/microneedling\/subjects\/makeup\.yaml:\d+/,
    )
  })

  it('fails where a fact is missing, and names it', async () => {
    edit('left-out.yaml', (text) => text.replace(/^- .*\n/m, ''))
    const printed = await afterglow(['protocol', 'coverage', '--protocol', folder])
    expect(printed.code).toBe(2)
    expect(printed.stdout).toMatch(/Facts that stand nowhere in the ledger\n {2}• S\d-\d+/)
  })
})

describe('protocol diff', () => {
  it('says rule by rule what changed, with both values', async () => {
    edit('subjects/makeup.yaml', (text) => text.replace('until: PT48H', 'until: PT60H'))
    const { stdout, code } = await afterglow(['protocol', 'diff', 'protocols', folder])
    expect(code).toBe(0)
    expect(stdout).toContain('~ position makeup-s3 (makeup)')
    expect(stdout).toContain('{"until":"PT48H"} -> {"until":"PT60H"}')
  })

  it('finds no change in a copy', async () => {
    expect((await afterglow(['protocol', 'diff', folder])).stdout).toContain('no rule changed')
    const json = await afterglow(['protocol', 'diff', folder, '--json'])
    expect(jsonOf(json)).toMatchObject([{ changes: [] }])
  })

  it('blames the folder that is not there', async () => {
    const old = await afterglow(['protocol', 'diff', '/nonexistent', 'protocols'])
    expect(old.stderr).toMatch(/OLD: found no folder "\/nonexistent"/)
    const after = await afterglow(['protocol', 'diff', 'protocols', '/nonexistent'])
    expect(after.stderr).toMatch(/NEW: found no folder "\/nonexistent"/)
  })

  it('wants a folder', async () => {
    expect((await afterglow(['protocol', 'diff'])).code).toBe(2)
  })
})
