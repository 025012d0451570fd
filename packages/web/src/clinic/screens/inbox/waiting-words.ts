import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { Waiting } from './waiting.ts'

/** `1 urgent, 2 to call, 1 with you`, or that nobody waits. */
export function waitingWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  waiting: Waiting,
): string {
  const parts = KINDS.filter((kind) => waiting[kind] > 0).map((kind) =>
    WORDS[kind](i18n, { count: waiting[kind] }),
  )
  if (parts.length === 0)
    return i18n._({ id: 'inbox.waiting.none', message: 'Nobody waits for you' })
  return format.join(parts, 'comma')
}

const KINDS = ['urgent', 'calls', 'messages', 'yours'] as const

interface Counted {
  readonly [name: string]: number
  readonly count: number
}

const WORDS: Readonly<Record<keyof Waiting, (i18n: I18n, values: Counted) => string>> = {
  urgent: urgentWords,
  calls: (i18n, values) =>
    i18n._({
      id: 'inbox.waiting.calls',
      message: '{count, plural, one {# to call} other {# to call}}',
      values,
    }),
  messages: (i18n, values) =>
    i18n._({
      id: 'inbox.waiting.messages',
      message: '{count, plural, one {# to answer} other {# to answer}}',
      values,
    }),
  yours: (i18n, values) =>
    i18n._({
      id: 'inbox.waiting.yours',
      message: '{count, plural, one {# with you} other {# with you}}',
      values,
    }),
}

export function urgentWords(i18n: I18n, values: Counted): string {
  return i18n._({
    id: 'inbox.waiting.urgent',
    message: '{count, plural, one {# urgent} other {# urgent}}',
    values,
  })
}
