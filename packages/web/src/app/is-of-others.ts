import type { Planner } from '@afterglow/engine'
import type { ClinicLink } from '../store/clinic-link.ts'

/** Whether a clinic's plan is pinned to other protocols than this version of the app brings along. */
export function isOfOthers(
  clinic: Pick<ClinicLink, 'pins'> | null,
  planner: () => Pick<Planner, 'versions'>,
): boolean {
  if (clinic === null || clinic.pins.length === 0) return false
  return (
    clinic.pins.join() !==
    planner()
      .versions.map(({ hash }) => hash)
      .join()
  )
}
