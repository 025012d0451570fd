import type { ChangeRecord } from '../app/app-context.ts'
import type { ClinicLink } from '../store/clinic-link.ts'
import type { PatientRecord } from '../store/record.ts'

/** The record as it is now, and the way to change it. */
export interface LinkAccess {
  readonly latest: () => PatientRecord
  readonly change: ChangeRecord
}

/** Changes what is kept of the clinic, where there is one still and it is not the same already. */
export function changeLink({ change, latest }: LinkAccess, part: Partial<ClinicLink>): void {
  const next = withLink(part)
  const { clinic } = latest()
  if (JSON.stringify(next(latest()).clinic) !== JSON.stringify(clinic)) change(next)
}

/** The same as a part of a larger change. */
export function withLink(
  part: Partial<ClinicLink>,
): (record: PatientRecord) => Partial<PatientRecord> {
  return ({ clinic }) => (clinic ? { clinic: { ...clinic, ...part } } : {})
}
