import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import type { AnsweringHours } from '../../../api/settings.ts'
import { useSetting } from '../form/setting-context.ts'
import { ChoiceSetting, TextSetting } from '../form/settings-fields.tsx'
import './hours.css'
import { dayName } from './day-name.ts'
import { fromPicker, toPicker } from './until.ts'

interface HoursEditorProps {
  readonly hours: readonly AnsweringHours[]
  readonly onChange: (hours: readonly AnsweringHours[]) => void
}

const NEW: AnsweringHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }
/** As many as the server takes. */
const MOST = 21

/** The hours in which somebody reads, a line for each set of days. */
export function HoursEditor({ hours, onChange }: HoursEditorProps): JSX.Element {
  const { i18n } = useApp()
  const { isReadOnly } = useSetting()
  return (
    <div class="hours">
      <h2>{i18n._({ id: 'settings.reading-hours', message: 'When somebody reads' })}</h2>
      {hours.map((one, index) => (
        <HoursLine
          // Lines have no name of their own; one is added at the end.
          key={index}
          index={index}
          line={one}
          onChange={(changed) => onChange(hours.with(index, changed))}
          onRemove={() => onChange(hours.toSpliced(index, 1))}
        />
      ))}
      {isReadOnly ? null : <AddHours hours={hours} onChange={onChange} />}
    </div>
  )
}

function AddHours({ hours, onChange }: HoursEditorProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      {hours.length >= MOST ? null : (
        <Button onClick={() => onChange([...hours, NEW])}>
          {i18n._({ id: 'settings.hours.add', message: 'Add hours' })}
        </Button>
      )}
      <p class="quiet">
        {i18n._({
          id: 'settings.hours.night',
          message:
            'For a night, add two lines: one until midnight (00:00) and one from 00:00 on the next days.',
        })}
      </p>
    </>
  )
}

interface HoursLineProps {
  readonly index: number
  readonly line: AnsweringHours
  readonly onChange: (line: AnsweringHours) => void
  readonly onRemove: () => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

function HoursLine({ index, line, onChange, onRemove }: HoursLineProps): JSX.Element {
  const { i18n, locale } = useApp()
  const { isReadOnly, errorAt } = useSetting()
  const field = `settings.answering.hours[${index}]`
  const daysError = errorAt(`${field}.days`)
  return (
    <div class="hours-line">
      <ChoiceSetting
        legend={i18n._({ id: 'settings.hours.days', message: 'Days' })}
        name={`days-${index}`}
        isMultiple
        isCompact
        options={DAYS.map((day) => ({ value: String(day), label: dayName(day, locale) }))}
        chosen={line.days.map(String)}
        onChange={(days) => onChange({ ...line, days: days.map(Number).toSorted((a, b) => a - b) })}
      />
      {daysError === undefined ? null : (
        <p class="field-error" role="alert">
          {i18n._({ id: 'settings.hours.no-day', message: 'Choose at least one day.' })}
        </p>
      )}
      <div class="hours-times">
        <TextSetting
          label={i18n._({ id: 'settings.hours.from', message: 'From' })}
          field={`${field}.from`}
          type="time"
          value={line.from}
          onInput={(from) => onChange({ ...line, from })}
        />
        <TextSetting
          label={i18n._({ id: 'settings.hours.until', message: 'Until' })}
          field={`${field}.until`}
          type="time"
          value={toPicker(line.until)}
          onInput={(until) => onChange({ ...line, until: fromPicker(until) })}
        />
        {isReadOnly ? null : (
          <Button kind="quiet" onClick={onRemove}>
            {i18n._({ id: 'settings.hours.remove', message: 'Remove these hours' })}
          </Button>
        )}
      </div>
    </div>
  )
}
