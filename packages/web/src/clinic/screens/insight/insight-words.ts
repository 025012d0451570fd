import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import { intlLocale } from '../../../words/locale.ts'
import type { GroupCourse } from '../../api/insight.ts'

/** What stands for a hidden figure. */
export function fewerWords(i18n: I18n): string {
  return i18n._({ id: 'insight.fewer', message: 'Fewer than 5 people' })
}

const MINUTE_MS = 60_000

/** `12 minutes`, `2 hours 5 minutes`; what is below a minute is one. */
export function minutesWords({ format }: Pick<App, 'format'>, minutes: number): string {
  return format.length(Math.max(1, Math.round(minutes)) * MINUTE_MS)
}

/** `1 to 1.5 mm`, `Skin type III`. */
export function groupWords(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  { by, group }: Pick<GroupCourse, 'by' | 'group'>,
): string {
  switch (by) {
    case 'all':
      return i18n._({ id: 'insight.everybody', message: 'Everybody' })
    case 'needle-depth': {
      const [from, to] = (group ?? '').split('-').map(Number)
      if (from === undefined || to === undefined || Number.isNaN(from + to))
        return i18n._({ id: 'insight.depth.unknown', message: 'Depth not told' })
      return i18n._({
        id: 'insight.depth',
        message: '{from} to {to} mm',
        values: { from: format.number(from), to: format.number(to) },
      })
    }
    case 'skin-type':
      return group === null || group === 'unknown'
        ? i18n._({ id: 'insight.skin.unknown', message: 'Skin type not told' })
        : i18n._({ id: 'insight.skin', message: 'Skin type {group}', values: { group } })
  }
}

/** `November 2026` of `2026-11`. */
export function monthWords(
  { locale, digits }: Pick<App, 'locale' | 'digits'>,
  month: string,
): string {
  const names = new Intl.DateTimeFormat(intlLocale(locale, digits), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return names.format(parseInstant(`${month}-15T12:00:00Z`) ?? 0)
}
