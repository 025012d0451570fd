import type { ChangeRecord } from '../app/app-context.ts'
import { type ClinicCard, type ClinicLink, NOTHING_HEARD } from '../store/clinic-link.ts'
import { EMPTY_RECORD } from '../store/record.ts'
import { latinDigits } from '../words/latin-digits.ts'
import type { Answer, Json } from './ask.ts'
import { eraseKept } from './linked-store.ts'
import { OUTBOX } from './outbox-store.ts'
import { alone } from './rounds.ts'

/** How an invitation, or a code of another session of the same person, was taken. */
export type Joined =
  | { readonly kind: 'joined'; readonly patientId: string }
  | { readonly kind: 'code-wanted' | 'code-wrong' | 'ended' | 'too-often' | 'unreached' }
  | { readonly kind: 'refused'; readonly detail: string }

export function joinedBy(answer: Answer): Joined {
  if (answer.kind === 'unreached') return { kind: 'unreached' }
  if (answer.kind === 'answered')
    return { kind: 'joined', patientId: String(answer.body['patientId']) }
  const { status, code, at, detail } = answer
  if (status === 410 || status === 404) return { kind: 'ended' }
  if (status === 429) return { kind: 'too-often' }
  if (at?.endsWith('code')) return { kind: isMissing(answer) ? 'code-wanted' : 'code-wrong' }
  return { kind: 'refused', detail: detail || code }
}

/** The server says of a code that was not given what the clinic has told. */
function isMissing({ detail }: { readonly detail: string }): boolean {
  return detail.includes('type them')
}

/**
 * The plan of the clinic takes the place of what was here; the session itself comes with the first round. Of a link's token the
 * hash is kept, so that the same link is known again.
 */
export async function linkDevice(
  change: ChangeRecord,
  body: Json,
  token: string | null,
): Promise<void> {
  const tokenHash = token === null ? null : await tokenHashOf(token)
  // A round that is under way would bring the plan of whoever was here before.
  await alone(async () => {
    await forgetOthers(String(body['patientId']))
    change(({ locale, digits, country }) => ({
      ...EMPTY_RECORD,
      locale,
      digits,
      country,
      clinic: { ...linkOf(body), tokenHash },
    }))
  })
}

/** What somebody else told on this device is not theirs to send, nor to see. */
async function forgetOthers(patientId: string): Promise<void> {
  await eraseKept()
  for (const item of await OUTBOX.read())
    if (item.patientId !== patientId) await OUTBOX.remove(item.id)
}

function linkOf({ clinicId, patientId, kind }: Json): ClinicLink {
  return {
    clinicId: String(clinicId),
    patientId: String(patientId),
    kind: kind === 'caregiver' ? 'caregiver' : 'patient',
    card: NO_CARD,
    pins: [],
    hasOwnLedger: false,
    isUnsure: false,
    ...NOTHING_HEARD,
  }
}

/** Until the clinic's own has come. */
const NO_CARD: ClinicCard = {
  name: '',
  zone: 'UTC',
  phone: null,
  emergencyNumber: null,
  bookingUrl: null,
  virtualVisitUrl: null,
  openingHours: null,
  answering: { who: null, hours: [] },
  accent: null,
  sheetNote: null,
  staticCards: true,
}

/** SHA-256, in hexadecimal digits; null where this browser makes none. */
export async function tokenHashOf(token: string): Promise<string | null> {
  try {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
    return Array.from(new Uint8Array(hash), hexOf).join('')
  } catch {
    return null
  }
}

function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** The clinic that a link's token names: 16 bytes of its id, then the secret. Null for what is no token. */
export function clinicIn(token: string): string | null {
  if (!/^[\w-]{64}$/.test(token)) return null
  const bytes = atob(token.slice(0, 24).replaceAll('-', '+').replaceAll('_', '/')).slice(0, 16)
  const hex = Array.from(bytes, (byte) => hexOf(byte.charCodeAt(0))).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What is shown on one device to be typed or pasted on another: six digits, and the clinic where it is not known there. */
export function readCode(text: string, knownClinic: string | null): CodeGiven | null {
  const clinicId = CLINIC_ID.exec(text)?.[0].toLowerCase() ?? knownClinic
  const code = latinDigits(text.replace(CLINIC_ID, '')).replaceAll(/\D/g, '')
  return clinicId !== null && code.length === 6 ? { clinicId, code } : null
}

const CLINIC_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

export interface CodeGiven {
  readonly clinicId: string
  readonly code: string
}
