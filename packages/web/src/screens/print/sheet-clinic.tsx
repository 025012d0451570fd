import type { Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'

/** What stands on paper of the clinic that hands it out. */
interface SheetClinic {
  readonly name: string
  readonly phone: string | null
  readonly openingHours: string | null
  /** A picture as a data URL. */
  readonly logo: string | null
  readonly sheetNote: string | null
}

interface SheetLetterheadProps {
  readonly clinic: SheetClinic
  /** Whose plan it is: sheets lie side by side on a desk. */
  readonly patient: string
}

/** Whose sheet it is, who hands it out, and how to reach them. */
export function SheetLetterhead({ clinic, patient }: SheetLetterheadProps): JSX.Element {
  const { i18n } = useCare()
  const { name, phone, openingHours, logo } = clinic
  return (
    <header class="paper-clinic">
      {logo === null ? null : <img src={logo} alt="" />}
      <p>
        <b dir="auto">{name}</b>
        {phone === null ? null : (
          <span>
            {i18n._({ id: 'sheet.call', message: 'Call' })} <bdi dir="ltr">{phone}</bdi>
          </span>
        )}
        {openingHours === null ? null : <span dir="auto">{openingHours}</span>}
      </p>
      <p>
        {i18n._({ id: 'sheet.for', message: 'For' })} <b dir="auto">{patient}</b>
      </p>
    </header>
  )
}

interface SheetFootProps {
  readonly note: string | null
  /** What the plan on this sheet is known by. */
  readonly planHash: string
  /** When it was given; null while it is only looked at. */
  readonly givenAt: Instant | null
}

/** The clinic's own words, and what this very plan is known by. */
export function SheetFoot({ note, planHash, givenAt }: SheetFootProps): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <footer class="paper-foot">
      {note === null ? null : <p dir="auto">{note}</p>}
      <p class="small">
        {givenAt === null
          ? i18n._({ id: 'sheet.plan', message: 'Plan' })
          : i18n._({
              id: 'sheet.given',
              message: 'Given {when}. Plan',
              values: { when: format.dayTimeYear(givenAt) },
            })}{' '}
        <bdi dir="ltr">{planHash}</bdi>
      </p>
    </footer>
  )
}
