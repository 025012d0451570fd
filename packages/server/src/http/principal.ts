/**
 * What a member of a clinic may do. Only a `clinician` clears and shortens; an `owner` runs the clinic. One person may be
 * both: a practice of one is.
 */
export const ROLES = ['owner', 'clinician', 'front-desk', 'read-only'] as const
export type Role = (typeof ROLES)[number]

/** Another system never owns a clinic: it cannot make keys, read the team or change who may do what. */
export const KEY_ROLES = ['clinician', 'front-desk', 'read-only'] as const satisfies readonly Role[]

/** Who asks. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'staff'
      readonly userId: string
      readonly name: string
      readonly clinicId: string
      readonly roles: readonly Role[]
      readonly secondFactor: boolean
    }
  | {
      readonly kind: 'patient' | 'caregiver'
      readonly clinicId: string
      readonly patientId: string
      readonly sessionId: string
    }
  | {
      readonly kind: 'api-key'
      readonly apiKeyId: string
      readonly name: string
      readonly clinicId: string
      readonly roles: readonly Role[]
    }

/** Who may use a route: a role of staff (an API key has one too), a patient for their own rows, a caregiver, anybody. */
export type Access = Role | 'patient' | 'caregiver' | 'anonymous'

/** Whom a route is for. */
interface Door {
  readonly access: readonly Access[]
  /** Somebody answers for it by name: an API key, whatever its role, does not come in. */
  readonly namedPerson?: true
}

type Bar =
  | 'not-signed-in'
  | 'forbidden'
  | 'person-required'
  | 'second-factor-required'
  | 'not-found'

/** Why a principal may not use a route, or null where they may. */
export function barTo(
  principal: Principal,
  { access, namedPerson }: Door,
  params: Readonly<Record<string, string>>,
): Bar | null {
  if (access.includes('anonymous')) return null
  switch (principal.kind) {
    case 'anonymous':
      return 'not-signed-in'
    case 'staff':
      if (!hasRole(principal.roles, access)) return 'forbidden'
      return principal.secondFactor ? null : 'second-factor-required'
    case 'api-key':
      if (!hasRole(principal.roles, access)) return 'forbidden'
      return namedPerson ? 'person-required' : null
    case 'patient':
    case 'caregiver':
      if (!access.includes(principal.kind)) return 'forbidden'
      // Of another patient they learn not even that there is one.
      return (params['patientId'] ?? principal.patientId) === principal.patientId
        ? null
        : 'not-found'
  }
}

/** Whether a clinician asks who is signed in: a key with their role has nobody's name. */
export function isNamedClinician(principal: Principal): boolean {
  return principal.kind === 'staff' && principal.roles.includes('clinician')
}

function hasRole(roles: readonly Role[], access: readonly Access[]): boolean {
  return roles.some((role) => access.includes(role))
}

/** Whether somebody of these roles can see to an alert: who only reads cannot. */
export function canOwnAlerts(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'read-only')
}

/** A patient or somebody who cares for one: they see that patient's rows alone. */
export function isOfPatient(
  principal: Principal,
): principal is Extract<Principal, { readonly patientId: string }> {
  return isOnPatientsSide(principal.kind)
}

/** The same of who is remembered by kind alone. */
export function isOnPatientsSide(kind: string): boolean {
  return kind === 'patient' || kind === 'caregiver'
}

/** A signed-in principal, as rows remember who did it. */
export type Actor = { readonly kind: string; readonly id: string | null }

export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case 'anonymous':
      return { kind: 'anonymous', id: null }
    case 'staff':
      return { kind: 'staff', id: principal.userId }
    case 'api-key':
      return { kind: 'api-key', id: principal.apiKeyId }
    case 'patient':
    case 'caregiver':
      return { kind: principal.kind, id: principal.sessionId }
  }
}
