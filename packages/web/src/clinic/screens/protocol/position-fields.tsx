import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { stanceWord } from '../../../words/source-words.ts'
import { Select } from '../../components/select.tsx'
import { LengthField, typedLength } from './length-field.tsx'
import { isNoLength, OWN_STANCES, type PositionEntry } from './own-subject.ts'
import { SourceChoice } from './source-choice.tsx'
import { WordsField } from './words-field.tsx'

export const NOTHING_SAID: PositionEntry = {
  stance: 'avoid',
  length: typedLength(undefined),
  text: {},
  source: '',
}

interface PositionFieldsProps {
  readonly number: number
  readonly value: PositionEntry
  readonly onChange: (value: PositionEntry) => void
  readonly onRemove: () => void
  readonly error: string | undefined
}

/** One thing that the clinic says of a subject: what to do, for how long, and why. */
export function PositionFields(props: PositionFieldsProps): JSX.Element {
  const { number, value, onChange, onRemove, error } = props
  const { i18n } = useApp()
  return (
    <fieldset class="position stack">
      <legend class="unseen">
        {i18n._({ id: 'protocol.position', message: 'Line {number}', values: { number } })}
      </legend>
      <Select
        label={i18n._({ id: 'protocol.position.stance', message: 'What to do' })}
        value={value.stance}
        options={OWN_STANCES.map((one) => ({ value: one, label: stanceWord(i18n, one, false) }))}
        onChange={(chosen) =>
          onChange({ ...value, stance: OWN_STANCES.find((one) => one === chosen) ?? 'avoid' })
        }
      />
      <LengthField
        label={i18n._({ id: 'protocol.position.length', message: 'For how long (empty: no end)' })}
        value={value.length}
        onInput={(length) => onChange({ ...value, length })}
        {...lengthError(i18n, value, error)}
      />
      <WordsField
        label={i18n._({
          id: 'protocol.position.text',
          message: 'Why, for the patient',
        })}
        hint={i18n._({ id: 'protocol.position.text.hint', message: 'If you like.' })}
        value={value.text}
        onInput={(text) => onChange({ ...value, text })}
        isLong
      />
      <SourceChoice value={value.source} onChange={(source) => onChange({ ...value, source })} />
      <div>
        <Button kind="quiet" onClick={onRemove}>
          {i18n._({
            id: 'protocol.position.remove',
            message: 'Take out line {number}',
            values: { number },
          })}
        </Button>
      </div>
    </fieldset>
  )
}

function lengthError(
  i18n: ReturnType<typeof useApp>['i18n'],
  { length }: PositionEntry,
  said: string | undefined,
): { readonly error?: string } {
  if (isNoLength(length))
    return {
      error: i18n._({ id: 'protocol.trouble.length', message: 'Give a whole number, 1 or more.' }),
    }
  return said === undefined ? {} : { error: said }
}
