import type { I18n } from '@lingui/core'
import type { Role } from '../api/account.ts'

/** A screen to go to, and the keys that go there at once. */
export interface Place {
  readonly screen: string
  readonly name: string
  readonly keys?: string
}

interface Staff {
  readonly may: (...roles: readonly Role[]) => boolean
}

/** The screens whose name has the words in it; all of them while nothing is typed. */
export function placesMatching(i18n: I18n, staff: Staff, typed: string): readonly Place[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  return placesOf(i18n, staff).filter(({ name }) => {
    const said = folded(name)
    return words.every((word) => said.includes(word))
  })
}

/** Without marks and capitals, as people type. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

function placesOf(i18n: I18n, { may }: Staff): readonly Place[] {
  return [
    { screen: 'today', name: i18n._({ id: 'console.nav.today', message: 'Today' }), keys: 'G T' },
    {
      screen: 'patients',
      name: i18n._({ id: 'console.nav.patients', message: 'Patients' }),
      keys: 'G P',
    },
    ...(may('owner', 'clinician', 'front-desk')
      ? [
          {
            screen: 'new-session',
            name: i18n._({ id: 'console.nav.new', message: 'New session' }),
            keys: 'N',
          },
        ]
      : []),
    {
      screen: 'series',
      name: i18n._({ id: 'console.nav.series', message: 'Series' }),
      keys: 'G S',
    },
    { screen: 'protocol', name: i18n._({ id: 'console.nav.protocol', message: 'Protocol' }) },
    ...(may('owner', 'clinician')
      ? [{ screen: 'insight', name: i18n._({ id: 'console.nav.insight', message: 'Insight' }) }]
      : []),
    { screen: 'settings', name: i18n._({ id: 'console.nav.settings', message: 'Settings' }) },
  ]
}
