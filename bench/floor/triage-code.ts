import type { Protocol } from '../../packages/engine/src/protocol.ts'
import { codedGate, FACTS, factsIn, type FactKey, UNKNOWN } from './fact-code.ts'
import { lengthLocals } from './plan-code.ts'
import { constant, type Writing } from './writing.ts'
import { codedTime, lengthsIn } from './time-code.ts'

type RedFlag = Protocol['triage']['redFlags'][number]

/** A switch over the sign with an `if` for each alarm; what is left is the course's, the same for every sign. */
export function triageCode(writing: Writing): string {
  const { redFlags, safetyNet } = writing.protocol.triage
  const signs = [...new Set(redFlags.map((flag) => flag.sign))]
  const net = constant(
    writing,
    safetyNet.map(({ id }) => id),
  )
  return `function triage(plan, checkIn) {
const at = checkIn.at
const present = presentSigns(checkIn, ${feverFrom(redFlags)})
const reasons = generalReasons(checkIn, plan)
for (let k = 0; k < present.length; k++) {
const sign = present[k]
const severity = sign.severity
switch (sign.code) {
${signs.map((sign) => signCase(sign, writing)).join('\n')}
}
const judged = judgeSign(sign, plan, at)
if (judged !== undefined) reasons.push(judged)
}
return answered(reasons, ${net})
}`
}

/** The temperature from which a fever is one: the lowest that any alarm names. */
export function feverFrom(flags: readonly RedFlag[]): number {
  const thresholds = flags.flatMap((flag) => (flag.sign === 'fever' ? (flag.atLeast ?? []) : []))
  return thresholds.length === 0 ? 0 : Math.min(...thresholds)
}

function signCase(sign: string, writing: Writing): string {
  const flags = writing.protocol.triage.redFlags.filter((flag) => flag.sign === sign)
  return `case '${sign}': {\n${flags.map((flag) => flagCode(flag, writing)).join('\n')}\nbreak }`
}

function flagCode(flag: RedFlag, writing: Writing): string {
  const basis = constant(writing, [flag.id])
  const push = `reasons.push({ code: 'red-flag', disposition: '${flag.disposition}', sign: sign.code, basis: ${basis} })`
  const severity = flag.atLeast === undefined ? [] : [`!(severity < ${flag.atLeast})`]
  const company = flag.with ? [`present.some((one) => ${isOneOf(flag.with)})`] : []
  const cheap = [...severity, ...company].join(' && ')
  const rest = laterTests(flag, writing)
  const inner = rest.tests.length === 0 ? push : `if (${rest.tests.join(' && ')}) ${push}`
  const code = [...rest.locals, inner].join('\n')
  return cheap === '' ? `{ ${code} }` : `if (${cheap}) { ${code} }`
}

function isOneOf(signs: readonly string[]): string {
  return signs.map((sign) => `one.code === '${sign}'`).join(' || ')
}

/** How long after the procedure, and of whom: looked up only where the rest holds. */
function laterTests(
  flag: RedFlag,
  writing: Writing,
): { readonly locals: readonly string[]; readonly tests: readonly string[] } {
  const from = flag.from === undefined ? undefined : codedTime(flag.from, writing.protocol).code
  const gate = flag.when && codedGate(flag.when, writing.order).possible
  return {
    locals: [
      ...(from !== undefined && lengthsIn(from).length > 0
        ? [
            'const procedure = plan.procedures[0], session = plan',
            lengthLocals(lengthsIn(from), writing),
          ]
        : []),
      ...factsIn(gate ?? '').map(factLocal),
    ],
    tests: [
      ...(from === undefined ? [] : [`at >= plan.anchor && at - plan.anchor >= ${from}`]),
      ...(gate === undefined ? [] : [`(${gate})`]),
    ],
  }
}

/** Of the procedure an alarm knows nothing. */
function factLocal(key: FactKey): string {
  if (key === 'needleDepthMm') return 'const needleDepthMm = NaN'
  return FACTS[key].from === 'patient'
    ? `const ${key} = read_${key}(plan.patient.${key})`
    : `const ${key} = ${UNKNOWN}`
}
