import type { ClinicServer, Member } from '../../scripts/clinic-server.ts'
import { asking } from '../../scripts/clinic-server.ts'

const HOUR_MS = 3_600_000

export interface NewPatient {
  readonly name: string
  readonly hoursAgo?: number
  readonly needleDepthMm?: number
}

/** A patient with one session on the face, by a pen, so many hours ago: a day and two hours where nothing is said. */
export async function addPatient(
  server: ClinicServer,
  who: Member,
  { name, hoursAgo = 26, needleDepthMm = 1.5 }: NewPatient,
): Promise<string> {
  const ask = asking(server, who)
  const { patientId } = await ask('POST', '/v1/patients', { name, zone: 'Asia/Dubai' })
  const at = Math.floor((server.deps.now() - hoursAgo * HOUR_MS) / 60_000) * 60_000
  await ask('POST', `/v1/patients/${String(patientId)}/procedures`, {
    endedAt: new Date(at).toISOString(),
    device: 'pen',
    needleDepthMm,
    bodySites: ['face'],
    adjuncts: [],
    setting: 'clinic',
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
  })
  return String(patientId)
}

/** The link that a patient is given: its address below the server's. */
export async function inviteLink(
  server: ClinicServer,
  who: Member,
  patientId: string,
): Promise<string> {
  const path = `/v1/patients/${patientId}/invitations`
  const { link } = await asking(server, who)('POST', path, { send: 'none' })
  return new URL(String(link)).hash
}

/** What the API lists, as whoever asks. */
export async function listOf(
  server: ClinicServer,
  who: Member,
  path: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { items } = await asking(server, who)('GET', `/v1${path}`)
  // Every route that is asked here answers with a list.
  return items as readonly Readonly<Record<string, unknown>>[]
}
