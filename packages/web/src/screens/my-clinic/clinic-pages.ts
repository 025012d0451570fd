import type { I18n } from '@lingui/core'
import { hrefTo } from '../../app/route.ts'
import type { ClinicLink } from '../../store/clinic-link.ts'

export interface ClinicPageProps {
  readonly clinic: ClinicLink
}

/** The way back from a page below My clinic. */
export function backToClinic(i18n: I18n): { readonly href: string; readonly label: string } {
  return {
    href: hrefTo('my-clinic'),
    label: i18n._({ id: 'clinic.title', message: 'My clinic' }),
  }
}
