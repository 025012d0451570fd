import { type Alarm, type CareCard, careCardsOf } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type App, useApp } from '../app/app-context.ts'
import { whenLoaded } from '../app/when-loaded.ts'
import { alarmLooks, alarmText, type CardWords } from '../words/alarm-words.ts'
import { englishWords } from '../words/load-words.ts'
import './care-cards.css'
import { ClinicCall } from './clinic-call.tsx'
import { EmergencyCall } from './emergency-call.tsx'

interface CareCardsProps {
  /** The one card that is wanted; all three where it is not said. */
  readonly only?: CareCard['level']
}

/** When to get help and how fast, in three cards. Beside another language every line stands in English too. */
export function CareCards({ only }: CareCardsProps): JSX.Element {
  const app = useApp()
  const { planner, plan, at } = app
  const cards = useMemo(() => careCardsOf({ planner, plan, at }), [planner, plan, at])
  const english = useEnglish(app)
  return (
    <div class="care-cards">
      {cards.map((card) =>
        card.alarms.length === 0 || (only ?? card.level) !== card.level ? null : (
          <Card key={card.level} card={card} words={app} english={english} />
        ),
      )}
    </div>
  )
}

/** Null where the person reads English, and until the English words are there. */
function useEnglish({ locale }: App): CardWords | null {
  const [english, setEnglish] = useState<CardWords | null>(null)
  useEffect(() => (locale === 'en' ? undefined : whenLoaded(englishWords(), setEnglish)), [locale])
  return locale === 'en' ? null : english
}

interface CardProps {
  readonly card: CareCard
  readonly words: CardWords
  readonly english: CardWords | null
}

function Card({ card: { level, alarms }, words, english }: CardProps): JSX.Element {
  const title = `care-card.${level}`
  return (
    <section class={`care-card care-card-${level}`} aria-labelledby={`care-${level}`}>
      <h2 class="care-card-title" id={`care-${level}`} lang={words.texts.lang}>
        {words.texts.text(title)}
        {english ? <English text={english.texts.text(title)} /> : null}
      </h2>
      <div class="care-card-body">
        {level === 'emergency' ? <EmergencyCall /> : <ClinicCall />}
        <ul class="care-card-list" lang={words.texts.lang}>
          {alarms.map((alarm) => (
            <AlarmLine key={JSON.stringify(alarm)} {...{ alarm, words, english }} />
          ))}
        </ul>
      </div>
    </section>
  )
}

interface AlarmProps extends Omit<CardProps, 'card'> {
  readonly alarm: Alarm
}

function AlarmLine({ alarm, words, english }: AlarmProps): JSX.Element {
  const looks = alarmLooks(words, alarm)
  return (
    <li>
      <b>{alarmText(words, alarm)}</b>
      {looks === '' ? null : <span class="care-card-looks">{looks}</span>}
      {english ? (
        <English
          text={[alarmText(english, alarm), alarmLooks(english, alarm)]
            .filter((text) => text !== '')
            .join(': ')}
        />
      ) : null}
    </li>
  )
}

function English({ text }: { readonly text: string }): JSX.Element {
  return (
    <span class="in-english" lang="en" dir="ltr">
      {text}
    </span>
  )
}
