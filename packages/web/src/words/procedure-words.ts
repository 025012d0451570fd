import type { PlanProcedure, Session } from '@afterglow/engine'
import type { I18n } from '@lingui/core'

/** What was done, inside a sentence: `microneedling`, `a chemical peel`. */
export function procedureWords(
  i18n: I18n,
  session: Session,
  { id, code }: Pick<PlanProcedure, 'id' | 'code'>,
): string {
  const given = session.procedures.find((one) => one.id === id)
  if (code === 'microneedling' && given?.device === 'rf')
    return i18n._({ id: 'procedure.rf', message: 'microneedling with radiofrequency heat' })
  switch (code) {
    case 'microneedling':
      return i18n._({ id: 'procedure.microneedling', message: 'microneedling' })
    case 'chemical-peel':
      return i18n._({ id: 'procedure.chemical-peel', message: 'a chemical peel' })
    case 'laser':
      return i18n._({ id: 'procedure.laser', message: 'laser' })
    case 'exosomes':
      return i18n._({ id: 'procedure.exosomes', message: 'exosomes' })
    case 'other':
      return i18n._({ id: 'procedure.other', message: 'another treatment' })
    default:
      return code.replaceAll('-', ' ')
  }
}
