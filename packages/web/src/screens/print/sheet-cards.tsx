import { careCardsOf } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type App, useApp } from '../../app/app-context.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import type { EmergencyNumber } from '../../data/emergency-number.ts'
import { alarmText } from '../../words/alarm-words.ts'
import { fetchData } from '../../words/load-words.ts'

interface SheetCardsProps {
  /** What the clinic that hands out the sheet names, where no country was confirmed. */
  readonly clinicsNumber?: string | null
}

/** When to get help, short enough for paper. */
export function SheetCards({ clinicsNumber = null }: SheetCardsProps): JSX.Element {
  const app = useApp()
  const { i18n, planner, plan, at, texts } = app
  const cards = useMemo(() => careCardsOf({ planner, plan, at }), [planner, plan, at])
  const number = useNumber(app) ?? clinicsNumber
  return (
    <section class="paper-cards">
      {cards.map(({ level, alarms }) => (
        <section key={level} class={`paper-card paper-card-${level}`}>
          <h3 lang={texts.lang}>
            {texts.text(`care-card.${level}`)}
            {level === 'emergency' && number !== null ? (
              <>
                {' '}
                <bdi dir="ltr">{number}</bdi>
              </>
            ) : null}
          </h3>
          <ul class="paper-list" lang={texts.lang}>
            {alarms.map((alarm) => (
              <li key={JSON.stringify(alarm)}>{alarmText(app, alarm)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>{i18n._({ id: 'sheet.worried', message: 'Worried? Do not wait. Call.' })}</p>
    </section>
  )
}

/** The number of the country that the person confirmed; null where there is none. */
function useNumber({ record }: App): string | null {
  const [numbers, setNumbers] = useState<readonly EmergencyNumber[]>([])
  useEffect(
    () => whenLoaded(fetchData<readonly EmergencyNumber[]>('emergency-numbers'), setNumbers),
    [],
  )
  const found = numbers.find(({ country }) => country === record.country)
  return found ? (found.ambulance ?? found.emergency) : null
}
