import { CONSOLE_CLINIC } from './console-fill.ts'

/** One request of a screen. */
export interface Asked {
  readonly screen: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
}

const CLINIC_WIDE: readonly (readonly [screen: string, path: string])[] = [
  ['inbox', '/alerts'],
  ['check-ins', '/check-ins'],
  ['days', '/days?limit=200'],
  ['series due', '/series'],
  ['series planned', '/series?state=planned'],
  ['series held', '/series?state=held'],
  ['undelivered', '/deliveries'],
  ['patients, newest', '/patients'],
  ['insight, 90 days', '/insight'],
  ['insight, 400 days', `/insight?from=${daysAgo(399)}`],
  ['audit', '/audit'],
  ['adoption', '/adoptions/current'],
]
const OF_PATIENT = [
  'events',
  'plan',
  'session',
  'check-ins',
  'photos',
  'messages',
  'receipts',
] as const

/** Every screen's requests, of one patient where it is of one. */
export function screensOf(patientId: string): readonly Asked[] {
  const search = { text: 'Aisha Rahman' }
  return [
    ...CLINIC_WIDE.map(([screen, path]): Asked => ({ screen, method: 'GET', path })),
    { screen: 'search by name', method: 'POST', path: '/patients/search', body: search },
    ...OF_PATIENT.map(
      (part): Asked => ({
        screen: `patient: ${part}`,
        method: 'GET',
        path: `/patients/${patientId}/${part}`,
      }),
    ),
  ]
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

/** Whose sign-in is not what is measured: an owner who is a clinician sees every screen. */
export const VIEWER = {
  kind: 'staff',
  userId: '00000000-0000-4000-8000-0000000000aa',
  name: 'Dr Noor',
  clinicId: CONSOLE_CLINIC,
  roles: ['owner', 'clinician'],
  secondFactor: true,
} as const
