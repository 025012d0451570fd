import type { ComponentChildren, JSX, Ref } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import '../../components/field.css'
import './combobox.css'

export interface ComboOption {
  /** The same thing has the same id however often it is found. */
  readonly id: string
  readonly text: ComponentChildren
  readonly note?: ComponentChildren
  readonly choose: () => void
}

interface ComboboxProps {
  readonly label: string
  readonly isLabelUnseen?: boolean
  readonly value: string
  readonly onInput: (value: string) => void
  readonly options: readonly ComboOption[]
  /** What is shown is of other words than those in the field: nothing is chosen until it is of these. */
  readonly isWaiting: boolean
  /** Enter while nothing can be chosen yet. */
  readonly onHurry?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
  readonly placeholder?: string
  /** Said under the field: how many there are, or why there are none. */
  readonly said: string
}

/** A field with what is found for it: arrows go through it, Enter chooses. */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { label, isLabelUnseen = false, options, isWaiting, said } = props
  const id = useId()
  const choice = useChoice(props)
  return (
    <div class="combobox">
      <label class={isLabelUnseen ? 'unseen' : 'form-label'} for={id}>
        {label}
      </label>
      <ComboInput {...props} id={id} choice={choice} />
      <ul class="combobox-list" role="listbox" id={`${id}-list`} aria-label={label}>
        {options.map((option, k) => (
          <Option
            key={option.id}
            id={`${id}-${k}`}
            option={option}
            isActive={option === choice.active}
            isWaiting={isWaiting}
          />
        ))}
      </ul>
      <p class="form-hint" id={`${id}-said`} role="status">
        {said}
      </p>
    </div>
  )
}

interface Choice {
  readonly place: number
  /** What Enter chooses; nothing while what is shown was found for other words. */
  readonly active: ComboOption | undefined
  readonly press: (event: KeyboardEvent) => void
}

/** The first, until the arrows go on; it stays with its option when the list is renewed under it. */
function useChoice({ value, options, isWaiting, onHurry }: ComboboxProps): Choice {
  const [at, setAt] = useState<string | null>(null)
  const found = options.findIndex((one) => one.id === at)
  const place = Math.max(0, found)
  const active = isWaiting ? undefined : options[place]
  useEffect(() => setAt(null), [value])
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (active) active.choose()
      else onHurry?.()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || options.length === 0) return
    event.preventDefault()
    setAt(options[(place + step + options.length) % options.length]?.id ?? null)
  }
  return { place, active, press }
}

interface ComboInputProps extends ComboboxProps {
  readonly id: string
  readonly choice: Choice
}

function ComboInput({ id, choice, ...props }: ComboInputProps): JSX.Element {
  const { value, onInput, options, inputRef, placeholder } = props
  return (
    <input
      id={id}
      class="field-input"
      role="combobox"
      aria-expanded={options.length > 0}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      {...(choice.active && { 'aria-activedescendant': `${id}-${choice.place}` })}
      aria-describedby={`${id}-said`}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      dir="auto"
      value={value}
      {...(inputRef && { ref: inputRef })}
      {...(placeholder !== undefined && { placeholder })}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={choice.press}
    />
  )
}

interface OptionProps {
  readonly id: string
  readonly option: ComboOption
  readonly isActive: boolean
  readonly isWaiting: boolean
}

function Option({ id, option, isActive, isWaiting }: OptionProps): JSX.Element {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <li
      class="combobox-option"
      role="option"
      id={id}
      ref={line}
      aria-selected={isActive}
      aria-disabled={isWaiting}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isWaiting) option.choose()
      }}
    >
      <span>
        <bdi>{option.text}</bdi>
      </span>
      {option.note === undefined ? null : <span class="small">{option.note}</span>}
    </li>
  )
}
