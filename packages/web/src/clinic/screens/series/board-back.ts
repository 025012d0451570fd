import type { I18n } from '@lingui/core'
import { hrefTo } from '../../../app/route.ts'

/** Where back goes from one patient's series. */
export function boardBack(i18n: I18n): { readonly href: string; readonly label: string } {
  return { href: hrefTo('series'), label: i18n._({ id: 'series.title', message: 'Series' }) }
}
