import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
} from '../../packages/engine/src/codes.ts'
import type { Applicability } from '../../packages/engine/src/protocol.ts'

type Tests = Omit<Applicability, 'anyOf'>
export type FactKey = keyof Tests
type ListKey = Exclude<FactKey, 'needleDepthMm'>

/** Every fact but the depth is read once into bits, one for each of its codes. */
export const FACTS: Readonly<
  Record<ListKey, { from: 'procedure' | 'patient'; list: boolean; codes: readonly string[] }>
> = {
  device: { from: 'procedure', list: false, codes: DEVICES },
  bodySites: { from: 'procedure', list: true, codes: BODY_SITES },
  adjuncts: { from: 'procedure', list: true, codes: ADJUNCTS },
  setting: { from: 'procedure', list: false, codes: SETTINGS },
  indications: { from: 'procedure', list: true, codes: INDICATIONS },
  fitzpatrickSkinType: { from: 'patient', list: false, codes: FITZPATRICK_SKIN_TYPES },
  medicines: { from: 'patient', list: true, codes: MEDICINES },
  history: { from: 'patient', list: true, codes: HISTORY },
}
const LIST_KEYS = Object.keys(FACTS) as readonly ListKey[]

/** Set where nothing is known; the second one beside it where that is because of a word in no list. */
export const UNKNOWN = 1 << 29
export const UNMAPPED = 1 << 28

/** The functions that read a fact into bits: a switch each, as one would write it. */
export function readersCode(): string {
  return LIST_KEYS.map((key) => {
    const cases = FACTS[key].codes.map((code, k) => `case '${code}': ${bitCase(key, code, k)}`)
    const fallback = `\ndefault: m |= ${UNKNOWN | UNMAPPED}`
    return FACTS[key].list
      ? `function read_${key}(words) { if (words === undefined) return ${UNKNOWN}
  let m = 0
  for (let k = 0; k < words.length; k++) switch (words[k]) { ${cases.join('\n')} ${fallback} }
  return m }`
      : `function read_${key}(word) { if (word === undefined) return ${UNKNOWN}
  let m = 0
  switch (word) { ${cases.join('\n')} ${fallback} }
  return m }`
  }).join('\n')
}

function bitCase(key: ListKey, code: string, k: number): string {
  const unknown = code === 'unknown' && !FACTS[key].list
  return `m |= ${unknown ? UNKNOWN : 1 << k}; break`
}

/** `const history = read_history(patient.history)`, for the facts named. */
export function factLocals(keys: readonly FactKey[]): string {
  return keys
    .map((key) =>
      key === 'needleDepthMm'
        ? 'const needleDepthMm = procedure.needleDepthMm === undefined ? NaN : procedure.needleDepthMm'
        : `const ${key} = read_${key}(${FACTS[key].from}.${key})`,
    )
    .join('\n')
}

export function factsIn(code: string): readonly FactKey[] {
  return [...LIST_KEYS, 'needleDepthMm' as const].filter((key) =>
    new RegExp(`(?<![\\w.])${key}\\b(?!:)`).test(code),
  )
}

export interface CodedGate {
  /** Whether it holds for certain, and whether it may hold, as expressions. */
  readonly certain: string
  readonly possible: string
  /** Where somebody else decides whether the rule applies: the expression that says so. */
  readonly applies?: string
  /** The facts it tests that may be unknown, in the ledger's order, each with the expression that says it decides nothing. */
  readonly doubts: readonly { readonly key: FactKey; readonly code: string }[]
}

/** What one test of the ledger is, as a person would write it. */
interface CodedTest {
  readonly key: FactKey
  readonly id: string
  readonly certain: string
  readonly possible: string
}

export function codedGate(when: Applicability, order: readonly string[]): CodedGate {
  const { anyOf = [], ...all } = when
  const groups = anyOf.map(testsOf)
  const named = [testsOf(all), ...groups].flat()
  const sorted = named.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const keys = [...new Set(sorted.map((test) => test.key))]
  return {
    certain: conjunction(testsOf(all), groups, 'certain'),
    possible: conjunction(testsOf(all), groups, 'possible'),
    doubts: keys.map((key) => ({ key, code: doubtOf(key, sorted) })),
  }
}

/** Every test of the ledger in the order met: how doubts are listed. */
export function testOrder(rules: readonly (Applicability | undefined)[]): readonly string[] {
  const ids = rules.flatMap((rule) => {
    if (!rule) return []
    const { anyOf = [], ...all } = rule
    return [all, ...anyOf].flatMap(testsOf).map((test) => test.id)
  })
  return [...new Set(ids)]
}

function conjunction(
  all: readonly CodedTest[],
  groups: readonly (readonly CodedTest[])[],
  reading: 'certain' | 'possible',
): string {
  const both = (tests: readonly CodedTest[]) => tests.map((test) => test[reading]).join(' && ')
  const either = groups.map((group) => `(${both(group)})`).join(' || ')
  return [...all.map((test) => test[reading]), ...(either ? [`(${either})`] : [])].join(' && ')
}

function doubtOf(key: FactKey, tests: readonly CodedTest[]): string {
  const own = new Map(tests.filter((test) => test.key === key).map((test) => [test.id, test]))
  return [...own.values()].map((test) => `(!(${test.certain}) && ${test.possible})`).join(' || ')
}

function testsOf(tests: Tests): readonly CodedTest[] {
  const listed = LIST_KEYS.flatMap((key) => {
    const values = tests[key] as readonly string[] | undefined
    return values ? [listTest(key, values)] : []
  })
  return tests.needleDepthMm ? [...listed, depthTest(tests.needleDepthMm)] : listed
}

function listTest(key: ListKey, values: readonly string[]): CodedTest {
  const mask = values.reduce((bits, value) => bits | (1 << FACTS[key].codes.indexOf(value)), 0)
  return {
    key,
    id: `${key}|${[...values].sort().join()}`,
    certain: `(${key} & ${mask}) !== 0`,
    possible: `(${key} & ${mask | UNKNOWN}) !== 0`,
  }
}

/** A depth not known is NaN: no comparison with it holds. */
function depthTest(depth: NonNullable<Tests['needleDepthMm']>): CodedTest {
  const { atLeast, below } = depth
  const certain = [
    ...(atLeast === undefined ? [] : [`needleDepthMm >= ${atLeast}`]),
    ...(below === undefined ? [] : [`needleDepthMm < ${below}`]),
  ]
  const possible = [
    ...(atLeast === undefined ? [] : [`!(needleDepthMm < ${atLeast})`]),
    ...(below === undefined ? [] : [`!(needleDepthMm >= ${below})`]),
  ]
  return {
    key: 'needleDepthMm',
    id: `needleDepthMm|${atLeast ?? ''}|${below ?? ''}`,
    certain: certain.join(' && ') || 'needleDepthMm === needleDepthMm',
    possible: possible.join(' && ') || 'true',
  }
}
