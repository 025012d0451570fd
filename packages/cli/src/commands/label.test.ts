import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, linesIn, NOW } from '../testing.ts'

const REST = ['--session', EXAMPLE, '--at', NOW]

describe('label', () => {
  it('says what decides and when all of it opens', async () => {
    const { stdout, code } = await afterglow(['label', 'Water, Glycerin, Linalool', ...REST])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toMatch(
      /^Not yet\. Linalool decides\. All of it opens, with care, Sun 6 Dec, 10:45 \(in /,
    )
    expect(stdout).toContain('Good for your skin now\n  • Glycerin')
  })

  it('clears a plain product', async () => {
    const { stdout } = await afterglow(['label', 'Petrolatum', ...REST])
    expect(stdout).toMatch(/^Fine now, by its list\.\n/)
  })

  it('names what it does not know and what is missing', async () => {
    const text = ['label', 'Water, Xyzzylate', '--product', 'Sun cream SPF 50', ...REST]
    const { stdout } = await afterglow(text)
    expect(stdout).toMatch(/^We cannot clear this\./)
    expect(stdout).toContain('We do not know: Xyzzylate.')
    expect(stdout).toContain('no sun filter is in this list')
  })

  it('prints one JSON value with instants in the zone', async () => {
    const printed = await afterglow(['label', 'Water, Niacinamide, Parfum', '--json', ...REST])
    expect(jsonOf(printed)).toMatchObject({
      verdict: 'avoid',
      opensAt: '2026-12-06T10:45:00+04:00',
      deciding: { ingredient: 'Parfum', class: 'fragrance', status: 'avoid', trace: true },
      findings: [{ ingredient: 'Niacinamide' }, { ingredient: 'Parfum' }],
      recommended: [],
      unrecognised: [],
    })
  })

  it('reads a file, and stdin', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'afterglow-')), 'list.txt')
    writeFileSync(file, 'Water\nRetinol\n')
    const fromFile = await afterglow(['label', file, '--json', ...REST])
    const fromStdin = await afterglow(['label', '-', '--json', ...REST], {
      stdin: 'Water\nRetinol\n',
    })
    expect(jsonOf(fromFile)['verdict']).toBe('avoid')
    expect(fromStdin.stdout).toBe(fromFile.stdout)
  })

  it('answers line by line, with the id given back, and goes on after a bad line', async () => {
    const lines = [
      { id: 1, ingredients: 'Water, Glycerin' },
      { id: 2, product: 'Retinol serum' },
      { id: 3, ingredients: 7 },
      { id: 4 },
      { id: 5, ingredients: '' },
    ]
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n')
    const printed = linesIn(await afterglow(['label', '--jsonl', ...REST], { stdin }))
    expect(printed.map(({ id, verdict, error }) => [id, verdict ?? typeof error])).toEqual([
      [1, 'ok'],
      [2, 'avoid'],
      [3, 'string'],
      [4, 'string'],
      [5, 'cannot-clear'],
    ])
  })

  it('refuses a command without anything to read, and stdin twice', async () => {
    expect((await afterglow(['label', ...REST])).code).toBe(2)
    expect((await afterglow(['label', '-', '--session', '-'])).code).toBe(2)
  })
})
