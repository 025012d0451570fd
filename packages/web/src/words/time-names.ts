import type { Protocol } from '@afterglow/engine'
import type { I18n } from '@lingui/core'

/** The times of the protocol's day. */
export function timeNames(i18n: I18n): Readonly<Record<keyof Protocol['routine'], string>> {
  return {
    morning: i18n._({ id: 'time.morning', message: 'morning' }),
    midday: i18n._({ id: 'time.midday', message: 'midday' }),
    evening: i18n._({ id: 'time.evening', message: 'evening' }),
    bedtime: i18n._({ id: 'time.bedtime', message: 'bedtime' }),
  }
}
