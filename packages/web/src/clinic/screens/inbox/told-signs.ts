import type { SignReport, TriageReason } from '@afterglow/engine'

/** Words of strength on the scale of numbers, to order them by. */
const STRENGTH = { none: 0, mild: 2, moderate: 5, severe: 8 } as const

/** The signs that are there, each once: of what was ticked and what was read in somebody's words, the stronger. */
export function strongest(signs: readonly SignReport[]): readonly SignReport[] {
  const byCode = new Map<string, SignReport>()
  for (const sign of signs) {
    const known = byCode.get(sign.code)
    if (!known || strengthOf(sign) > strengthOf(known)) byCode.set(sign.code, sign)
  }
  return [...byCode.values()].filter((sign) => !isGone(sign))
}

/** By what triage said of them, the most urgent first, as its reasons stand; the others as they were told. */
export function urgentFirst(
  signs: readonly SignReport[],
  reasons: readonly TriageReason[],
): readonly SignReport[] {
  const rank = ({ code }: SignReport) => {
    const index = reasons.findIndex(({ sign }) => sign === code)
    return index === -1 ? reasons.length : index
  }
  return signs.toSorted((a, b) => rank(a) - rank(b))
}

/** The signs that were said to be gone, or not there, and by no other word there. */
export function goneSigns(signs: readonly SignReport[]): readonly SignReport[] {
  const present = new Set(strongest(signs).map(({ code }) => code))
  return signs.filter((sign) => isGone(sign) && !present.has(sign.code))
}

function isGone({ severity }: SignReport): boolean {
  return severity === 0 || severity === 'none'
}

function strengthOf({ severity }: SignReport): number {
  return typeof severity === 'number' ? severity : STRENGTH[severity]
}
