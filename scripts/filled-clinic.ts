import { fillClinic } from '../packages/server/src/demo/fill-clinic.ts'
import { asking, type ClinicServer, type Member, newClinic } from './clinic-server.ts'

/** The one with most to see: a series, photos, messages and what was given. */
const PATIENT = 'Anna Kowalska'

export interface FilledClinic {
  readonly owner: Member
  readonly patientId: string
  /** The newest alert in its inbox. */
  readonly alertId: string
  /** The patient's invitation, to be opened once. */
  readonly link: string
}

/** The made-up clinic with its patients, as it is right after it was filled. */
export async function newFilledClinic(server: ClinicServer): Promise<FilledClinic> {
  const owner = await newClinic(server, 'Riverside Skin Clinic')
  await fillClinic(server.deps, owner)
  const ask = asking(server, owner)
  const { items } = await ask('GET', '/v1/patients?limit=100')
  // As the list of patients has them.
  const patients = items as readonly { readonly name: string; readonly patientId: string }[]
  const patientId = patients.find(({ name }) => name === PATIENT)?.patientId ?? ''
  const alerts = await ask('GET', '/v1/alerts?limit=1')
  // As the inbox lists them.
  const [alert] = alerts['items'] as readonly { readonly alertId: string }[]
  const path = `/v1/patients/${patientId}/invitations`
  const { link } = await ask('POST', path, { send: 'none' })
  return { owner, patientId, alertId: alert?.alertId ?? '', link: String(link) }
}
