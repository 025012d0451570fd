import type { JSX } from 'preact'

interface SegmentsProps<T extends string> {
  readonly name: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly chosen: T | number | undefined
  readonly onChange: (value: T) => void
}

/** Radio buttons side by side, as one strip: for short words on a scale. */
export function Segments<T extends string>(props: SegmentsProps<T>): JSX.Element {
  const { name, options, chosen, onChange } = props
  return (
    <div class="segments">
      {options.map(({ value, label }) => (
        <label key={value} class="segment">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChange(value)}
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </div>
  )
}
