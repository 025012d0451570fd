import { parseInstant } from '@afterglow/engine'
import type { App } from '../../../../app/app-context.ts'
import { endedProcedures } from '../../../../model/care.ts'
import type { ClinicPhoto } from '../../../api/photos.ts'

/** When the camera says that it was taken, else when it was kept. */
export function takenAt({ takenAt: taken, recordedAt }: ClinicPhoto): number {
  return parseInstant(taken ?? recordedAt) ?? 0
}

/** `Day 3 · Sat 28 Nov`; before the first session the date alone. */
export function photoName({ i18n, format, plan, at }: App, photo: ClinicPhoto): string {
  const taken = takenAt(photo)
  const date = format.shortDay(taken)
  const last = plan && endedProcedures({ plan, at }).find(({ endedAt }) => endedAt <= taken)
  if (!last)
    return i18n._({ id: 'patient.photo.before', message: 'Before · {date}', values: { date } })
  return i18n._({
    id: 'patient.photo.day',
    message: 'Day {day} · {date}',
    values: { day: format.number(format.daysBetween(last.endedAt, taken)), date },
  })
}
