import type { AskAnswer } from '@afterglow/language'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Broken } from '../../app/broken.tsx'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { AskField } from '../../components/ask-field.tsx'
import { OneMoment } from '../../components/one-moment.tsx'
import { Page } from '../../components/page.tsx'
import { AskedAlarm, isAlarm } from './asked-alarm.tsx'
import { AskedAnswer } from './asked-answer.tsx'
import './ask.css'
import { Examples } from './examples.tsx'
import { loadAsk } from './load-ask.ts'

/** A question in one's own words, and what the plan says: who to contact first, where the words hold an alarm. */
export function AskScreen(): JSX.Element {
  const care = useCare()
  const { i18n, question } = care
  const [asked, setAsked] = useState<Asked>(() => ({ words: question.current, count: 0 }))
  const { answer, isBroken } = useAnswer(asked.words)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    question.current = ''
  }, [])
  useEffect(() => {
    if (answer) place.current?.querySelector<HTMLElement>('#answer')?.focus()
    // Once for each time somebody asks: what changes with the clock leaves the focus where it is.
  }, [asked, answer === null])
  const ask = (words: string) => setAsked({ words, count: asked.count + 1 })
  if (isBroken) return <Broken />
  return (
    <Page
      title={i18n._({ id: 'ask.title', message: 'Ask' })}
      back={{ href: hrefTo('today'), label: i18n._({ id: 'nav.today', message: 'Today' }) }}
    >
      <div class="ask-flow" ref={place}>
        <div role="status">
          {answer && isAlarm(care, answer) ? <AskedAlarm answer={answer} /> : null}
        </div>
        <AskField words={asked.words} onAsk={ask} />
        <div role="status">
          {answer ? <AskedAnswer answer={answer} words={asked.words} /> : null}
          {answer === null && asked.words !== '' ? <OneMoment /> : null}
        </div>
        {asked.words === '' ? <Examples onAsk={ask} /> : null}
        <Privacy />
      </div>
    </Page>
  )
}

/** The words, and how often somebody asked: the same words twice are asked twice. */
interface Asked {
  readonly words: string
  readonly count: number
}

interface Answering {
  readonly answer: AskAnswer | null
  readonly isBroken: boolean
}

/** The answer at the present minute; null until there is something to answer, and until it can be. */
function useAnswer(words: string): Answering {
  const care = useCare()
  const { planner, session, plan, at, zone } = care
  const loaded = useLazy(() => loadAsk(planner.subjects), 'ask')
  const isBroken = loaded === 'broken'
  const ask = loaded === 'broken' ? undefined : loaded?.value
  const answer = useMemo(() => {
    if (!ask || words === '') return null
    return ask({ planner, session, plan, at, zone }, words)
  }, [ask, words, planner, session, plan, at, zone])
  return { answer, isBroken }
}

function Privacy(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="quiet">
      {i18n._({
        id: 'ask.private',
        message:
          'Your words stay on this device, and are not kept. This app informs; it cannot see your skin.',
      })}
    </p>
  )
}
