import type { Clinic } from '../../api/settings.ts'
import type { Part } from './settings-parts.ts'

/** What patients need and nobody has said yet. */
export type Missing = 'country' | 'phone' | 'emergency-number' | 'hours'

/** The first thing that is missing in a part; null where there is nothing. */
export function missingIn({ country, settings }: Clinic, part: Part): Missing | null {
  switch (part) {
    case 'clinic':
      return country === null ? 'country' : null
    case 'reach':
      if (settings.phone === null) return 'phone'
      return settings.emergencyNumber === null ? 'emergency-number' : null
    case 'hours':
      return settings.answering.hours.length === 0 ? 'hours' : null
    default:
      return null
  }
}
