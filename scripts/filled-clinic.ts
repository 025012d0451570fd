import { fillClinic } from '../packages/server/src/demo/fill-clinic.ts'
import { asking, type ClinicServer, type Member, newClinic } from './clinic-server.ts'

/** The one with most to see: a series, photos, messages and what was given. */
const PATIENT = 'Anna Kowalska'

export interface Filled {
  readonly patientId: string
  /** The newest alert in its inbox. */
  readonly alertId: string
}

export interface FilledClinic extends Filled {
  readonly owner: Member
  /** The patient's invitation, to be opened once. */
  readonly link: string
}

/** The made-up clinic with its patients, as it is right after it was filled. */
export async function newFilledClinic(server: ClinicServer): Promise<FilledClinic> {
  const owner = await newClinic(server, 'Riverside Skin Clinic')
  const filled = await fill(server, owner)
  const path = `/v1/patients/${filled.patientId}/invitations`
  const { link } = await asking(server, owner)('POST', path, { send: 'none' })
  return { owner, ...filled, link: String(link) }
}

/** Fills a clinic with the made-up patients, and names whom there is most to see of. */
export async function fill(server: ClinicServer, owner: Member): Promise<Filled> {
  await fillClinic(server.deps, owner)
  const ask = asking(server, owner)
  const { items } = await ask('GET', '/v1/patients?limit=100')
  // As the list of patients has them.
  const patients = items as readonly { readonly name: string; readonly patientId: string }[]
  const patientId = patients.find(({ name }) => name === PATIENT)?.patientId ?? ''
  const alerts = await ask('GET', '/v1/alerts?limit=1')
  // As the inbox lists them.
  const [alert] = alerts['items'] as readonly { readonly alertId: string }[]
  return { patientId, alertId: alert?.alertId ?? '' }
}
