import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { clinicKey, sealJson, type SealContext, unsealJson } from '../seal/index.ts'
import { createWebhookSecret } from './webhook-signature.ts'

/** An old secret goes on for so long beside the new one: the other side changes it when somebody is there. */
const OLD_SECRET_MS = 24 * 3_600_000

/** The newest first; the others until `olderUntil`. */
export interface WebhookSecrets {
  readonly secrets: readonly string[]
  readonly olderUntil: Instant | null
}

/** Whose secrets they are: an endpoint that we write to, or a source that writes to us. */
export interface SecretsOwner {
  readonly clinicId: string
  readonly field: 'webhook_endpoint.secret' | 'webhook_source.secret'
  readonly rowId: string
}

type Keys = Pick<Deps, 'masterKeys'>

export function newSecrets(): WebhookSecrets {
  return { secrets: [createWebhookSecret()], olderUntil: null }
}

/** One new secret, and the one before it for a day. */
export function rotatedSecrets({ secrets }: WebhookSecrets, at: Instant): WebhookSecrets {
  return {
    secrets: [createWebhookSecret(), ...secrets.slice(0, 1)],
    olderUntil: at + OLD_SECRET_MS,
  }
}

/** Those that are good at an instant. */
export function secretsAt({ secrets, olderUntil }: WebhookSecrets, at: Instant): readonly string[] {
  return olderUntil !== null && at < olderUntil ? secrets : secrets.slice(0, 1)
}

export function sealSecrets(
  { masterKeys }: Keys,
  owner: SecretsOwner,
  secrets: WebhookSecrets,
): Uint8Array {
  return sealJson(clinicKey(masterKeys, owner.clinicId, 'webhook-secret'), secrets, placeOf(owner))
}

/** Throws where they do not open: then nothing may be signed or believed. */
export function openSecrets(
  { masterKeys }: Keys,
  owner: SecretsOwner,
  sealed: Uint8Array,
): WebhookSecrets {
  const key = clinicKey(masterKeys, owner.clinicId, 'webhook-secret')
  const opened = unsealJson(key, sealed, placeOf(owner))
  if (!opened.ok) throw new Error(`${owner.field} of ${owner.rowId} does not open`)
  // Sealed by `sealSecrets`.
  return opened.value as WebhookSecrets
}

function placeOf(owner: SecretsOwner): SealContext {
  return { ...owner, patientId: null }
}
