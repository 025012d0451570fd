import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { KeyedOption } from './choice-words.ts'
import { NONE } from './draft.ts'
import './toggles.css'

interface TogglesProps {
  readonly label: string
  readonly options: readonly KeyedOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** One at most: choosing another takes the first off. */
  readonly isSingle?: boolean
  /** What is true while nothing is chosen. */
  readonly hint?: string
  readonly error?: string
}

/** Things to choose by one key each, or with arrows and space; one stop of Tab for all of them. Pressed again, it is off. */
export function Toggles(props: TogglesProps): JSX.Element {
  const { label, chosen, hint, error } = props
  const id = useId()
  const said = error ?? (chosen.length === 0 ? hint : undefined)
  return (
    <div class="form-row">
      <span class="form-label" id={id}>
        {label}
      </span>
      <div class="form-control">
        <ToggleGroup {...props} id={id} isSaid={said !== undefined} />
        {said === undefined ? null : (
          <p class={error ? 'field-error' : 'form-hint'} id={`${id}-said`}>
            {said}
          </p>
        )}
      </div>
    </div>
  )
}

interface ToggleGroupProps extends TogglesProps {
  readonly id: string
  readonly isSaid: boolean
}

function ToggleGroup({ id, isSaid, ...props }: ToggleGroupProps): JSX.Element {
  const { options, chosen } = props
  const group = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const focusOn = (k: number) => {
    setCurrent(k)
    group.current?.querySelectorAll('button')[k]?.focus()
  }
  return (
    <div
      class="toggles"
      role="group"
      aria-labelledby={id}
      {...(isSaid && { 'aria-describedby': `${id}-said` })}
      ref={group}
      onKeyDown={(event) => pressed(event, props, { current, focusOn })}
    >
      {options.map((option, k) => (
        <button
          key={option.value}
          type="button"
          class="toggle"
          aria-pressed={chosen.includes(option.value)}
          aria-keyshortcuts={option.key}
          tabIndex={k === current ? 0 : -1}
          onClick={() => {
            setCurrent(k)
            toggle(option.value, props)
          }}
        >
          <kbd aria-hidden="true">{option.key}</kbd>
          {option.label}
        </button>
      ))}
    </div>
  )
}

interface Roving {
  readonly current: number
  readonly focusOn: (k: number) => void
}

function pressed(event: KeyboardEvent, props: TogglesProps, { current, focusOn }: Roving): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { options } = props
  const step = stepOf(event)
  if (step !== 0) {
    event.preventDefault()
    focusOn((current + step + options.length) % options.length)
    return
  }
  const letter = letterOf(event)
  if (letter === null) return
  // Inside the group a letter is the group's own, also where it chooses nothing.
  event.preventDefault()
  event.stopPropagation()
  const k = options.findIndex(({ key }) => key === letter)
  const option = options[k]
  if (!option) return
  focusOn(k)
  toggle(option.value, props)
}

/** By the key's place where the keyboard writes another script. */
function letterOf({ key, code }: KeyboardEvent): string | null {
  const lower = key.toLowerCase()
  if (/^[a-z0-9]$/.test(lower)) return lower
  if (key.length !== 1 || key === ' ') return null
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? null
}

function stepOf({ key, currentTarget }: KeyboardEvent): number {
  const isRightToLeft =
    currentTarget instanceof Element && getComputedStyle(currentTarget).direction === 'rtl'
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'ArrowRight':
      return isRightToLeft ? -1 : 1
    case 'ArrowLeft':
      return isRightToLeft ? 1 : -1
    default:
      return 0
  }
}

/** "None" stands alone: it takes the others off, and they take it off. */
function toggle(value: string, { chosen, isSingle = false, onChange }: TogglesProps): void {
  if (chosen.includes(value)) onChange(chosen.filter((one) => one !== value))
  else if (isSingle || value === NONE) onChange([value])
  else onChange([...chosen.filter((one) => one !== NONE), value])
}
