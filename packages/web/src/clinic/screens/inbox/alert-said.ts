import type { I18n } from '@lingui/core'
import type { Alert } from '../../api/alerts.ts'

type Named = Pick<Alert, 'name'>

export function takenWords(i18n: I18n, { name }: Named): string {
  return i18n._({
    id: 'inbox.said.taken',
    message: '{name} is with you now.',
    values: { name: name ?? '' },
  })
}

export function handedWords(i18n: I18n, { name }: Named, colleague: string): string {
  return i18n._({
    id: 'inbox.said.handed',
    message: '{name} is with {colleague} now. Tell them.',
    values: { name: name ?? '', colleague },
  })
}

export function resolvedWords(i18n: I18n, { name }: Named): string {
  return i18n._({
    id: 'inbox.said.resolved',
    message: '{name}: dealt with.',
    values: { name: name ?? '' },
  })
}
