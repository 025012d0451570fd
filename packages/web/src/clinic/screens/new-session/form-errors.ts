import type { Issue } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { PersonField } from './chosen.ts'
import type { DraftField, DraftIssue } from './draft.ts'

/** What is wrong, by the field it is wrong in; what belongs to none is said over the form. */
export interface FormErrors {
  readonly draft: Partial<Record<DraftField, string>>
  readonly person: Partial<Record<PersonField, string>>
  readonly form: readonly string[]
}

/** What the server says of a field, in its own words, and what could not be read in the first place. */
export function formErrors(
  i18n: I18n,
  unread: readonly DraftIssue[],
  refused: readonly Issue[],
): FormErrors {
  const draft: Partial<Record<DraftField, string>> = {}
  const person: Partial<Record<PersonField, string>> = {}
  const form: string[] = []
  for (const { expression, diagnostics } of refused) {
    const [, field] = FIELDS.find(([start]) => expression.startsWith(start)) ?? []
    const owner = PEOPLE.find((one) => expression.startsWith(one))
    if (field) draft[field] ??= diagnostics
    else if (owner) person[owner] ??= diagnostics
    else form.push(diagnostics)
  }
  for (const { field, code } of unread) draft[field] = unreadText(i18n, code)
  return { draft, person, form }
}

const PEOPLE: readonly PersonField[] = ['name', 'phone', 'email', 'locale']

/** The places of a request's body, the longer before the shorter. */
const FIELDS: readonly (readonly [string, DraftField])[] = [
  ['endedAt', 'ended'],
  ['needleDepthMm', 'depth'],
  ['code', 'treatment'],
  ['device', 'treatment'],
  ['bodySites', 'bodySites'],
  ['adjuncts', 'adjuncts'],
  ['indications', 'indications'],
  ['sessionNumber', 'sessionNumber'],
  ['product.deviceName', 'deviceName'],
  ['product.needleLot', 'needleLot'],
  ['product', 'products'],
  ['patient.fitzpatrickSkinType', 'skinType'],
  ['patient.medicines', 'medicines'],
  ['patient.history', 'history'],
]

function unreadText(i18n: I18n, code: DraftIssue['code']): string {
  switch (code) {
    case 'end':
      return i18n._({
        id: 'new-session.wrong.end',
        message: 'Not a time. Type 1045, 10:45, -20 for minutes ago, or yesterday 1730.',
      })
    case 'depth':
      return i18n._({
        id: 'new-session.wrong.depth',
        message: 'Needles are 0.1 to 5 mm long. Type 1.5, or leave it empty.',
      })
    case 'number':
      return i18n._({
        id: 'new-session.wrong.number',
        message: 'A number from 1 to 100, or leave it empty.',
      })
    default:
      return code satisfies never
  }
}
