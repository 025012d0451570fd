import type { TriageReason } from '@afterglow/engine'
import { signName, type Texts } from '@afterglow/ledger'
import { TRIAGE } from '../copy.ts'

/** Why an outcome is what it is: about signs and time, never a condition. */
export function reasonText({ code, sign, basis }: TriageReason, texts: Texts): string {
  if (code === 'red-flag') return basis.map((id) => texts.text(`red-flag.${id}`)).join(' ')
  const name = sign === null ? '' : signName(texts, sign)
  switch (code) {
    case 'within-course':
      return TRIAGE.within(name)
    case 'fading':
      return TRIAGE.fading(name)
    case 'outlasting':
      return TRIAGE.outlasting(name)
    case 'worsening':
      return TRIAGE.worsening(name)
    case 'severe':
      return TRIAGE.severe(name)
    case 'no-course':
      return TRIAGE.unknown(name)
    case 'off-scale':
      return TRIAGE.offScale(name)
    case 'unknown-time':
      return TRIAGE.unknownTime(name)
    case 'impossible-time':
      return TRIAGE.impossible
    case 'not-covered':
      return TRIAGE.uncovered
    case 'unread-notes':
      return TRIAGE.notes
    default:
      return code satisfies never
  }
}
