import type { JSX } from 'preact'
import './choice.css'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface ChoiceProps {
  /** The question; `isLegendUnseen` where the page's heading says it already. */
  readonly legend: string
  readonly isLegendUnseen?: boolean
  /** The group's name in the form: one a page. */
  readonly name: string
  readonly options: readonly ChoiceOption[]
  /** The values chosen: one at most, unless `isMultiple`. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly isMultiple?: boolean
  /** Side by side where there is room: for short words on a scale. */
  readonly isCompact?: boolean
  /** The value that stands alone: choosing it takes the others off, and the other way round. */
  readonly alone?: readonly string[]
}

/** A question with answers to tick: radio buttons, or checkboxes where several may fit. */
export function Choice(props: ChoiceProps): JSX.Element {
  const { legend, isLegendUnseen = false, options, isCompact = false } = props
  return (
    <fieldset class={`choice ${isCompact ? 'choice-compact' : ''}`}>
      <legend class={isLegendUnseen ? 'unseen' : 'choice-legend'}>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <Option key={option.value} option={option} group={props} />
        ))}
      </div>
    </fieldset>
  )
}

interface OptionProps {
  readonly option: ChoiceOption
  readonly group: ChoiceProps
}

function Option({ option: { value, label, hint }, group }: OptionProps): JSX.Element {
  const { name, chosen, isMultiple = false, onChange } = group
  return (
    <label class="choice-option">
      <input
        type={isMultiple ? 'checkbox' : 'radio'}
        name={name}
        value={value}
        checked={chosen.includes(value)}
        onChange={() => onChange(isMultiple ? toggled(value, group) : [value])}
      />
      <span class="choice-text">
        <span>{label}</span>
        {hint === undefined ? null : <span class="choice-hint">{hint}</span>}
      </span>
    </label>
  )
}

function toggled(value: string, { chosen, alone = [] }: ChoiceProps): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((one) => one !== value)
  if (alone.includes(value)) return [value]
  return [...chosen.filter((one) => !alone.includes(one)), value]
}
