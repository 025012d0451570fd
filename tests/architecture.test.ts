import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { lineCount, list, type Module, readModules, walk } from './modules.ts'

interface Rules {
  /** The packages of ours that it may import. */
  readonly ours: readonly string[]
  /** The packages of others that it may import; any, where not said. */
  readonly theirs?: readonly string[]
  /** No clock, randomness, DOM or Node. */
  readonly pure: boolean
  /** Fewer modules than this, and the test is looking in the wrong place. */
  readonly modulesAtLeast: number
}

const OUTER = ['engine', 'language', 'formats']
const RULES: Readonly<Record<string, Rules>> = {
  engine: {
    ours: [],
    theirs: ['temporal-polyfill', 'zod', '@noble/hashes'],
    pure: true,
    modulesAtLeast: 10,
  },
  language: { ours: ['engine'], pure: true, modulesAtLeast: 1 },
  formats: { ours: ['engine'], pure: true, modulesAtLeast: 1 },
  ledger: { ours: ['engine', 'language'], theirs: ['yaml'], pure: false, modulesAtLeast: 1 },
  cli: { ours: [...OUTER, 'ledger', 'server'], pure: false, modulesAtLeast: 3 },
  server: { ours: [...OUTER, 'ledger'], pure: false, modulesAtLeast: 1 },
  web: { ours: OUTER, pure: false, modulesAtLeast: 1 },
}

const TEMPORAL_FILES = ['packages/engine/src/time.ts']
const ZOD_FILES = ['packages/engine/src/*schema*.ts', 'packages/engine/src/parse*.ts']

/** Files that are one table of data; each with the reason why it is not split. */
const LONG_DATA_TABLES: readonly string[] = []

const IMPURE_NAMES = new Set(['Date', 'globalThis', 'eval'])
const IMPURE_MEMBERS = new Set(['Math.random', 'Temporal.Now'])
/** What these answer depends on the zone of the machine. */
const MACHINES_ZONE =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)|getTimezoneOffset|toDateString|toTimeString|toLocale(?:Date|Time)String|resolvedOptions)$/
/** Where a person's own device, or the terminal, is asked which zone it is in. */
const ASK_THE_MACHINE = [
  'packages/cli/src/process.ts',
  'packages/server/src/demo.ts',
  'packages/web/src/app/clock.ts',
  'packages/web/src/boot.ts',
]
/** Declared by Node's types, yet the same everywhere and without effect. */
const HARMLESS = new Set([
  'atob',
  'btoa',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
])

const { all, checker } = readModules()

function rulesOf(module: Module): Rules {
  const rules = RULES[module.packageName]
  if (rules === undefined) throw new Error(`no rules for packages/${module.packageName}`)
  return rules
}

/** `path: detail` for each detail that breaks a rule; an empty list is what we want to see. */
function offences(modules: readonly Module[], find: (module: Module) => string[]): string[] {
  return modules.flatMap((module) => find(module).map((detail) => `${module.path}: ${detail}`))
}

/** The package of a bare import: `zod/mini` is of `zod`, `@afterglow/engine/x` of `@afterglow/engine`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.')
}

function leavesItsPackage({ path, packageName, imports }: Module): string[] {
  return imports.filter((specifier) => {
    const target = posix.join(posix.dirname(path), specifier)
    return isRelative(specifier) && !target.startsWith(`packages/${packageName}/`)
  })
}

function againstTheArrows(module: Module): string[] {
  const { ours, theirs, pure } = rulesOf(module)
  return module.imports.filter((specifier) => {
    if (isRelative(specifier)) return false
    const name = packageOf(specifier)
    if (name.startsWith('@afterglow/')) return !ours.includes(name.slice('@afterglow/'.length))
    if (isBuiltin(specifier)) return pure
    return theirs !== undefined && !theirs.includes(name)
  })
}

function importsOutside(name: string, homes: readonly string[]): string[] {
  return all
    .filter(({ imports }) => imports.some((specifier) => packageOf(specifier) === name))
    .map(({ path }) => path)
    .filter((path) => !homes.some((home) => posix.matchesGlob(path, home)))
}

function impurities({ source }: Module): string[] {
  const found: string[] = []
  walk(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.has(node.getText()))
      found.push(node.getText())
    if (ts.isIdentifier(node) && isImpureGlobal(node)) found.push(node.text)
  })
  return found
}

/** Reads of the machine's zone: by a date's local parts, or by a format that names no zone. */
function machinesZones({ source }: Module): string[] {
  const found: string[] = []
  walk(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && MACHINES_ZONE.test(node.name.text))
      found.push(node.name.text)
    if (ts.isNewExpression(node) && formatsWithoutZone(node)) found.push(node.getText())
  })
  return found
}

/** `new Date(2026, 0, 1)` is the machine's midnight; a format of dates with no options has the machine's zone. */
function formatsWithoutZone({ expression, arguments: given }: ts.NewExpression): boolean {
  const name = expression.getText()
  const count = given?.length ?? 0
  return (name === 'Date' && count > 1) || (name.endsWith('DateTimeFormat') && count < 2)
}

/** True for a global that we list or that only Node's types declare; a local of that name is fine. */
function isImpureGlobal(node: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return false
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  const files = (symbol?.declarations ?? []).map((d) => d.getSourceFile().fileName)
  if (node.text === 'globalThis' && files.length === 0) return true
  if (files.length === 0) return false
  if (IMPURE_NAMES.has(node.text)) return files.every((file) => file.includes('/node_modules/'))
  const isNodes = files.every((file) => /\/node_modules\/(@types\/node|undici-types)\//.test(file))
  return isNodes && !HARMLESS.has(node.text)
}

describe('architecture', () => {
  it('sees every package', () => {
    const packages = list('packages/*/package.json').map((path) => path.split('/')[1] ?? '')
    expect(packages).toContain('engine')
    for (const name of packages) {
      const seen = all.filter((module) => module.packageName === name).length
      expect(seen, name).toBeGreaterThanOrEqual(RULES[name]?.modulesAtLeast ?? Infinity)
    }
  })

  it('sees imports: the clock file and the schema have theirs', () => {
    const temporal = all.filter(({ imports }) =>
      imports.some((name) => packageOf(name) === 'temporal-polyfill'),
    )
    const zod = all.filter(({ imports }) => imports.some((name) => packageOf(name) === 'zod'))
    expect(temporal.map(({ path }) => path)).toEqual(TEMPORAL_FILES)
    expect(zod.length).toBeGreaterThanOrEqual(1)
  })

  it('sees clocks and Node where they belong, on the command line', () => {
    const commandLine = all.filter(({ packageName }) => packageName === 'cli')
    expect(commandLine.flatMap(impurities)).toContain('process')
  })

  it('imports point inward only', () => {
    expect(offences(all, againstTheArrows)).toEqual([])
  })

  it('keeps what the server cares for, stores and sends apart from its routes', () => {
    const inner = /^packages\/server\/src\/(?:auth|backup|care|deliver|photo|seal|store|wake)\//
    const modules = all.filter(({ path }) => inner.test(path) && !path.endsWith('.test.ts'))
    expect(modules.length).toBeGreaterThan(100)
    const ofRoutes = ({ imports }: Module) => imports.filter((name) => name.includes('/routes/'))
    expect(offences(modules, ofRoutes)).toEqual([])
  })

  it('reaches other packages by name, not by path', () => {
    expect(offences(all, leavesItsPackage)).toEqual([])
  })

  it('keeps Temporal in one file and the schema library in the schema files', () => {
    expect(importsOutside('temporal-polyfill', TEMPORAL_FILES)).toEqual([])
    expect(importsOutside('zod', ZOD_FILES)).toEqual([])
  })

  it('has no clock, randomness, DOM or Node in the pure packages', () => {
    const pure = all.filter((module) => rulesOf(module).pure)
    expect(offences(pure, impurities)).toEqual([])
  })

  it('asks the machine for its zone at the doors alone', () => {
    const asking = all.filter((module) => machinesZones(module).length > 0)
    expect(asking.map(({ path }) => path)).toEqual(ASK_THE_MACHINE)
  })

  it('has no code among the protocols', () => {
    const files = list('protocols/**/*.*')
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((path) => !/\.(yaml|json|md)$/.test(path))).toEqual([])
  })

  it('has no file of more than 400 lines', () => {
    const files = list('{packages,scripts,tests,bench}/**/*.{ts,tsx,js,css}')
    expect(files.length).toBeGreaterThan(20)
    const long = files.filter((path) => lineCount(path) > 400 && !LONG_DATA_TABLES.includes(path))
    expect(long).toEqual([])
  })
})
