import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { walk } from '../modules.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A test that a document of ours rests on. */
export interface Proof {
  readonly file: string
  readonly test: string
}

export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Every `file` › "test" that a document names. */
export function proofsIn(markdown: string): readonly Proof[] {
  return [...markdown.matchAll(/`([^`]+\.(?:test|e2e)\.ts)` › "((?:[^"\\]|\\.)+)"/g)].map(
    ([, file = '', test = '']) => ({ file, test: test.replaceAll('\\"', '"') }),
  )
}

/** How many files of tests a document names, however it does. */
export function filesNamedIn(markdown: string): number {
  return markdown.match(/\.(test|e2e)\.ts`/g)?.length ?? 0
}

/** Those of which the file or the name is not there. */
export function missingProofs(proofs: readonly Proof[]): readonly Proof[] {
  return proofs.filter(({ file, test }) => !testsOf(file).includes(test))
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
