import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

const ROOT = join(import.meta.dirname, '..')

/** One source file of a package, tests left out. */
export interface Module {
  /** From the root, as in `packages/engine/src/time.ts`. */
  readonly path: string
  readonly packageName: string
  readonly source: ts.SourceFile
  /** What it imports or re-exports, statically or not, types included. */
  readonly imports: readonly string[]
}

export interface Modules {
  readonly all: readonly Module[]
  readonly checker: ts.TypeChecker
}

/** Reads all packages with the compiler, so that names are resolved and not guessed. */
export function readModules(): Modules {
  const paths = list('packages/*/src/**/*.{ts,tsx}').filter((path) => !path.endsWith('.test.ts'))
  const program = ts.createProgram(
    paths.map((path) => join(ROOT, path)),
    compilerOptions(),
  )
  const all = paths.map((path) => toModule(path, program.getSourceFile(join(ROOT, path))))
  return { all, checker: program.getTypeChecker() }
}

/** Files by pattern from the root, without installed and built ones, in the order of the alphabet. */
export function list(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
}

export function lineCount(path: string): number {
  return readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length
}

/** Calls `visit` with every node below `node`, the outer first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json')
  // `any` there; the parser below takes what it can read.
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config?: unknown
  }
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options
}

function toModule(path: string, source: ts.SourceFile | undefined): Module {
  if (source === undefined) throw new Error(`not read by the compiler: ${path}`)
  const packageName = relative('packages', path).split('/')[0] ?? ''
  return { path, packageName, source, imports: importsOf(source) }
}

function importsOf(source: ts.SourceFile): string[] {
  const found: string[] = []
  walk(source, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier.text)
  })
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isExternalModuleReference(node)) return node.expression
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression
  const loads =
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === 'require')
  return loads ? node.arguments[0] : undefined
}
