import type { I18n } from '@lingui/core'
import type { Alert } from '../../api/alerts.ts'

type Named = Pick<Alert, 'name'>

type Meanwhile = Pick<Alert, 'name' | 'ownerId' | 'ownerName' | 'acknowledgedAt' | 'resolvedAt'>

/** Why what was asked was not done: what had become of it by then. */
export function meanwhileWords(i18n: I18n, alert: Meanwhile, userId: string): string {
  const { ownerId, ownerName, acknowledgedAt, resolvedAt } = alert
  const values = { name: alert.name ?? '', colleague: ownerName ?? '' }
  if (resolvedAt !== null)
    return i18n._({
      id: 'inbox.said.closed-first',
      message: '{name}: somebody has dealt with it meanwhile. Nothing was changed.',
      values,
    })
  if (acknowledgedAt === null)
    return i18n._({
      id: 'inbox.said.other',
      message: '{name}: it has changed since you looked. Nothing was done; look at it again.',
      values,
    })
  if (ownerId === userId) return takenWords(i18n, alert)
  return ownerName === null
    ? i18n._({
        id: 'inbox.said.somebody-first',
        message: 'Somebody took {name} first. Nothing was changed.',
        values,
      })
    : i18n._({
        id: 'inbox.said.colleague-first',
        message: '{colleague} took {name} first. Nothing was changed.',
        values,
      })
}

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
    message: '{name} is with {colleague} now. Tell {colleague}: no mail is sent.',
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
