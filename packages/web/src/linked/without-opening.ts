import type { CareEvent } from '@afterglow/engine'

/** Of what the clinic did not take, or never got, only that stays which can make a plan stricter. */
export function withoutOpening(event: CareEvent): readonly CareEvent[] {
  switch (event.type) {
    case 'check-in': {
      const { settled: _, ...rest } = event
      const signs = event.signs.filter(({ severity }) => severity !== 0 && severity !== 'none')
      return signs.length === 0 ? [] : [{ ...rest, signs }]
    }
    case 'done':
    case 'patient-reported-advice':
      return [event]
    case 'moved':
    case 'clearance':
    case 'override':
    case 'corrected':
      return []
    default:
      return event satisfies never
  }
}
