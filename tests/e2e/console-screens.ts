/** Of whom there is most to see: somebody with photos, messages and a series, an alert, and what was given. */
export interface Shown {
  readonly patientId: string
  readonly alertId: string
  readonly receiptId: string
}

const SETTINGS = [
  'clinic',
  'look',
  'reach',
  'hours',
  'urgent',
  'messages',
  'answers',
  'team',
  'you',
  'keys',
  'webhooks',
  'kept',
  'audit',
]

const PARTS = ['plan', 'course', 'photos', 'messages', 'record', 'as-patient']

const PROTOCOL = ['subject/makeup', 'own', 'text', 'source', 'draft', 'preview']

/** Every screen of the console behind the sign-in, by its address. */
export function consoleScreens({ patientId, alertId, receiptId }: Shown): readonly string[] {
  return [
    'today',
    `inbox/${alertId}`,
    'new-session',
    `new-session/${patientId}`,
    `sheet/${patientId}`,
    'patients',
    'patients/add',
    'patients/import',
    'patients/duplicates',
    `patients/${patientId}`,
    ...PARTS.map((part) => `patients/${patientId}/${part}`),
    `patients/${patientId}/receipts/${receiptId}`,
    'series',
    'series/planned',
    'series/held',
    'series/all',
    `series/${patientId}`,
    'protocol',
    ...PROTOCOL.map((part) => `protocol/${part}`),
    'protocol/history',
    'protocol/history/1',
    'insight',
    'settings',
    ...SETTINGS.map((part) => `settings/${part}`),
  ]
}

/** Those that somebody looks at all day, and those with most on them. */
export function mainScreens({ patientId, alertId }: Shown): readonly string[] {
  return [
    'today',
    `inbox/${alertId}`,
    `new-session/${patientId}`,
    `sheet/${patientId}`,
    `patients/${patientId}`,
    `patients/${patientId}/plan`,
    'series',
    'protocol/subject/makeup',
    'insight',
  ]
}

/** What a clinic sees where nothing has happened yet. */
export const EMPTY_SCREENS: readonly string[] = [
  'today',
  'patients',
  'patients/duplicates',
  'series',
  'series/held',
  'protocol/draft',
  'protocol/history',
  'insight',
  'settings/keys',
  'settings/webhooks',
]

/** Before the sign-in, and by a link. */
export const DOORS: readonly string[] = [
  'sign-in',
  'set-up/token',
  'join-team/token',
  'new-password/token',
  'set-up',
]

/** Not behind an address: it stands there until there is a second step. */
export const SECOND_FACTOR = 'second-factor'
