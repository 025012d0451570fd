import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { NewPerson } from './chosen.ts'
import type { FormErrors } from './form-errors.ts'
import type { Known } from './known.ts'
import { PersonRows } from './person-rows.tsx'
import type { Who } from './session-form.tsx'
import type { Recorder } from './use-recording.ts'

interface WhomProps {
  readonly who: Who
  readonly known: Known
  readonly onOther: (() => void) | null
  readonly person: NewPerson | null
  readonly onPerson: (person: NewPerson) => void
  readonly recorder: Recorder
  readonly errors: FormErrors
}

/** Whose session it is; of somebody new, what is needed to add them. */
export function Whom(props: WhomProps): JSX.Element {
  const { who, known, person, onPerson, recorder, errors, onOther } = props
  const { i18n } = useApp()
  const { added } = recorder
  const name = added?.name ?? (who.kind === 'known' ? who.name : null)
  if (name === null && person !== null)
    return <PersonRows person={person} onChange={onPerson} errors={errors.person} />
  return (
    <div class="session-whom">
      <p>
        <b dir="auto">{name}</b> <LastTime known={known} />
      </p>
      {added || onOther === null ? null : (
        <button type="button" class="session-other" onClick={onOther}>
          {i18n._({ id: 'new-session.other', message: 'Somebody else' })}
        </button>
      )}
    </div>
  )
}

function LastTime({ known: { last } }: Pick<WhomProps, 'known'>): JSX.Element {
  const { i18n, format, at } = useApp()
  const endedAt = parseInstant(last?.endedAt ?? '')
  return (
    <span class="quiet">
      {endedAt === undefined
        ? i18n._({ id: 'new-session.first', message: 'First session here' })
        : i18n._({
            id: 'new-session.last',
            message: 'Filled in as last time: {when}',
            values: { when: format.dayTime(endedAt, at) },
          })}
    </span>
  )
}
