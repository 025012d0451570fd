import { type Result, succeed } from '@afterglow/engine'
import type { AdoptionChanges } from '../care/adoption-changes.ts'
import { draftAdoption, publishDraft } from '../care/adoption-draft.ts'
import {
  addAdoption,
  type Adoption,
  type AdoptionContent,
  type Apply,
  newestAdoption,
  readAdoption,
  takeNextNumber,
} from '../care/adoption-record.ts'
import { loosens } from '../care/adoption-loosens.ts'
import { type Repinned, repinRunning } from '../care/adoption-repin.ts'
import { problem, type Problem } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import type { Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'

/**
 * Whether somebody published since the number that the caller has seen. Two who publish at one time wait here for each other,
 * so that what may be said is held against what stands.
 */
export async function overtaken(
  { trx, clinicId }: Pick<Call, 'trx' | 'clinicId'>,
  after: number | undefined,
): Promise<Problem | null> {
  const newest = (await takeNextNumber(trx, clinicId)) - 1
  if (after === undefined || after === newest) return null
  const detail = `Number ${newest} was published since: look at it first, or what it changed is taken back.`
  return problem(412, 'precondition-failed', { detail })
}

/** What may open something earlier than what the clinic has now is a clinician's word; the rest may come from an owner, too. */
export async function mayPublish(
  { principal, clinicId }: Pick<Call, 'principal' | 'clinicId'>,
  trx: Trx,
  changes: AdoptionChanges,
): Promise<Problem | null> {
  if ('roles' in principal && principal.roles.includes('clinician')) return null
  const now = (await newestAdoption(trx, clinicId))?.content.changes ?? NO_CHANGES
  return loosens(now, changes) ? problem(403, 'forbidden', LOOSER) : null
}

const NO_CHANGES = { lengthen: [], subjects: [] }
const LOOSER = {
  detail:
    'This may open something earlier than what the clinic has now: it shortens, or leaves out what was made longer. That needs a clinician.',
}

/** Who says it is whoever is signed in: no caller writes another's name. */
export function sayer({ principal }: Pick<Call, 'principal'>): string {
  return 'name' in principal ? principal.name : principal.kind
}

/** The published versions that hashes name, the newest where none are named; null where one is no such version. */
export async function basePins(
  { trx, deps }: Pick<Call, 'trx' | 'deps'>,
  hashes: readonly string[] | undefined,
): Promise<readonly ProtocolPin[] | null> {
  if (hashes === undefined) return deps.shelf.current
  const rows = await trx
    .selectFrom('protocolVersion')
    .select(['code', 'version', 'hash'])
    .where('hash', 'in', [...hashes])
    .where('version', 'not like', '%+%')
    .execute()
  const pins = hashes.map((hash) => rows.find((one) => one.hash === hash))
  return pins.every((one) => one !== undefined) ? pins : null
}

/** The adoption that a path's number names. */
export async function adoptionOfPath(
  { trx, clinicId, params }: Pick<Call, 'trx' | 'clinicId' | 'params'>,
  name: string,
): Promise<Adoption | null> {
  const text = params[name] ?? ''
  return /^\d{1,9}$/.test(text) ? readAdoption(trx, { clinicId, number: Number(text) }) : null
}

export async function publishNew(
  call: Call,
  told: Pick<AdoptionContent, 'base' | 'changes' | 'apply'> & {
    readonly protocol: string | undefined
  },
): Promise<Result<Adoption>> {
  const { trx, deps, clinicId } = call
  const by = sayer(call)
  const number = await takeNextNumber(trx, clinicId)
  const clinic = await readClinic(trx, clinicId)
  const draft = await draftAdoption(trx, deps, { clinic, ...told, by })
  if (!draft.ok) return draft
  const protocols = await publishDraft(trx, deps, { draft: draft.value, clinic, number })
  if (!protocols.ok) return protocols
  const protocol = draft.value.changed.base.code
  const content = { ...told, protocol, by, rollbackOf: null }
  return succeed(await added(call, { number, protocols: protocols.value, content }))
}

/** The same content under the next number, said by whoever brings it back. */
export async function publishAgain(call: Call, older: Adoption, apply: Apply): Promise<Adoption> {
  const number = await takeNextNumber(call.trx, call.clinicId)
  const content = { ...older.content, by: sayer(call), apply, rollbackOf: older.number }
  return added(call, { number, protocols: older.protocols, content })
}

function added(
  { trx, deps, clinicId, principal }: Call,
  adoption: Pick<Adoption, 'number' | 'protocols' | 'content'>,
): Promise<Adoption> {
  return addAdoption(trx, deps, { ...adoption, clinicId, principal })
}

/** Gives running plans an adoption. What it leaves behind, when it is ended in the middle, is gone on with by asking again. */
export async function applied(
  { deps, clinicId, at }: Pick<Call, 'deps' | 'clinicId' | 'at'>,
  adoption: Adoption,
): Promise<Repinned> {
  const done = await repinRunning(deps, { clinicId, adoption, at })
  deps.log.info({ clinicId, number: adoption.number, ...done }, 'running plans repinned')
  return done
}
