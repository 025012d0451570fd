import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { walk } from '../modules.ts'

const ROOT = join(import.meta.dirname, '../..')
const safety = readFileSync(join(ROOT, 'docs/safety.md'), 'utf8')

interface Proof {
  readonly file: string
  readonly test: string
}

/** Every `file` › "test" that the document names. */
function proofsIn(markdown: string): readonly Proof[] {
  return [...markdown.matchAll(/`([^`]+\.test\.ts)` › "((?:[^"\\]|\\.)+)"/g)].map(
    ([, file = '', test = '']) => ({ file, test: test.replaceAll('\\"', '"') }),
  )
}

/** The names of the tests of a file, as they are written there. */
function testsOf(file: string): readonly string[] {
  const path = join(ROOT, file)
  if (!existsSync(path)) return []
  const source = ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  const names: string[] = []
  walk(source, (node) => {
    if (!ts.isCallExpression(node)) return
    const [name] = node.arguments
    const callee = source.text.slice(node.expression.pos, node.expression.end).trim()
    if (/^(it|test)\b/.test(callee) && name && ts.isStringLiteralLike(name)) names.push(name.text)
  })
  return names
}

function hazards(): readonly { readonly name: string; readonly text: string }[] {
  return safety
    .split(/^### /m)
    .slice(1)
    .map((text) => ({
      name: text.slice(0, text.indexOf('\n')),
      text: text.split(/^## /m)[0] ?? '',
    }))
}

const RISKS: Readonly<Record<string, readonly number[]>> = {
  'very high': [3, 4, 4, 5, 5],
  high: [2, 3, 3, 4, 5],
  medium: [2, 2, 3, 3, 4],
  low: [1, 2, 2, 3, 4],
  'very low': [1, 1, 2, 2, 3],
}
const SEVERITIES = ['minor', 'significant', 'considerable', 'major', 'catastrophic']

describe('the safety case', () => {
  it('names tests that exist, by file and by name', () => {
    const proofs = proofsIn(safety)
    expect(proofs.length).toBeGreaterThan(40)
    const missing = proofs.filter(({ file, test }) => !testsOf(file).includes(test))
    expect(missing).toEqual([])
  })

  it('misses no line that looks like a proof and is written otherwise', () => {
    expect(safety.match(/\.test\.ts`/g)?.length).toBe(proofsIn(safety).length)
  })

  it('has a cause, an effect, both risks and at least one proof for every hazard', () => {
    expect(hazards().length).toBeGreaterThanOrEqual(16)
    for (const { name, text } of hazards()) {
      for (const part of ['Cause', 'Effect', 'Initial risk', 'Residual risk'])
        expect(text, `${name}: ${part}`).toContain(`**${part}:**`)
      expect(proofsIn(text).length, name).toBeGreaterThan(0)
    }
  })

  it('reads every risk from its table, and none is left above 3', () => {
    const rated = [...safety.matchAll(/(Initial|Residual) risk:\*\* (\w+), ([a-z ]+): (\d)/g)]
    expect(rated.length).toBe(hazards().length * 2)
    for (const [whole, when, severity = '', likelihood = '', risk] of rated) {
      expect(RISKS[likelihood]?.[SEVERITIES.indexOf(severity)], whole).toBe(Number(risk))
      if (when === 'Residual') expect(Number(risk), whole).toBeLessThanOrEqual(3)
    }
  })

  it('shows the table that it reads from', () => {
    for (const [likelihood, risks] of Object.entries(RISKS))
      expect(safety).toContain(`| ${likelihood} | ${risks.join(' | ')} |`)
  })
})
