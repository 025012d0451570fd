import { formatInstant, type Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Icon } from '../../../components/icon.tsx'
import { createFormat } from '../../../words/format.ts'
import type { Place } from './draft.ts'
import { TextRow } from './text-row.tsx'
import { typedEnd } from './typed-end.ts'

interface EndRowProps {
  readonly value: string
  readonly onInput: (typed: string) => void
  readonly place: Place
  readonly error?: string
}

/** When it ended, as it is typed, with what it is read as; empty is now. */
export function EndRow({ value, onInput, place, error }: EndRowProps): JSX.Element {
  const { i18n } = useApp()
  const end = typedEnd(value, place)
  return (
    <TextRow
      label={i18n._({ id: 'new-session.ended', message: 'Ended' })}
      value={value}
      onInput={onInput}
      isShort
      placeholder={i18n._({ id: 'new-session.ended.now', message: 'Now' })}
      {...(error !== undefined && { error })}
      hint={<ReadAs end={end} place={place} />}
    >
      <PickButton end={end} place={place} onPick={onInput} />
    </TextRow>
  )
}

interface ReadAsProps {
  readonly end: Instant | null
  readonly place: Place
}

function ReadAs({ end, place: { zone, now } }: ReadAsProps): JSX.Element | null {
  const { i18n, locale, digits, zone: here } = useApp()
  if (end === null) return null
  const format = createFormat({ locale, digits, zone })
  const day = format.dayTime(end, now)
  // The clinic's clock is not the one on this screen: then it is said which is meant.
  const when = zone === here ? day : format.join([day, format.zoneName(zone, end)], 'comma')
  const minutes = Math.floor((now - end) / MINUTE_MS)
  const ago = format.elapsed(now - end)
  const how = i18n._({ id: 'new-session.ended.how', message: 'Type 1045, -20 or yesterday 1730.' })
  return (
    <>
      <b>{when}</b>
      {minutes >= 1
        ? ` · ${i18n._({ id: 'new-session.ended.ago', message: '{ago} ago', values: { ago } })}`
        : null}
      {' · '}
      {how}
    </>
  )
}

const MINUTE_MS = 60_000

interface PickButtonProps extends ReadAsProps {
  readonly onPick: (typed: string) => void
}

/** The browser's own picker, for whoever points; whoever types needs no stop here. */
function PickButton({ end, place: { zone, now }, onPick }: PickButtonProps): JSX.Element {
  const { i18n } = useApp()
  const input = useRef<HTMLInputElement>(null)
  return (
    <span class="form-pick">
      <button type="button" tabIndex={-1} onClick={() => input.current?.showPicker()}>
        <Icon name="clock" size={20} />
        <span class="unseen">
          {i18n._({ id: 'new-session.ended.pick', message: 'Pick a time' })}
        </span>
      </button>
      <input
        ref={input}
        type="datetime-local"
        tabIndex={-1}
        aria-hidden="true"
        value={formatInstant(end ?? now, zone).slice(0, 16)}
        onInput={(event) => {
          if (event.currentTarget.value !== '') onPick(event.currentTarget.value)
        }}
      />
    </span>
  )
}
