import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Countdown } from '../../components/countdown.tsx'
import { Page } from '../../components/page.tsx'
import { isDayAlone } from '../../model/care.ts'
import { type BeforeSession as Before, beforeOf, type PreparationStep } from '../../model/before.ts'
import type { Suitability } from '@afterglow/engine'
import { endWords } from '../../words/end-words.ts'
import { AskHere } from './ask-here.tsx'
import { EndedToday } from './ended-today.tsx'
import { Everything } from './everything.tsx'
import { Notices, type NoticesProps } from './notices.tsx'
import './today.css'

/** How to get ready, what to tell the clinic, and what would be a reason to move the date. */
export function BeforeSession({ isJoined }: NoticesProps): JSX.Element | null {
  const care = useCare()
  const { i18n, format, planner, session, plan, at, zone } = care
  const [first] = useMemo(
    () => beforeOf({ planner, session, plan, at, zone }),
    [planner, session, plan, at, zone],
  )
  if (!first) return null
  return (
    <Page
      title={i18n._({ id: 'before.title', message: 'Before your session' })}
      kicker={i18n._({
        id: 'before.when',
        message: 'Planned to end {when}',
        values: { when: endWords(format, first.procedure, at) },
      })}
      hasOwnHeading
      aside={
        <>
          <Lists before={first} />
          <Everything />
        </>
      }
    >
      <Notices isJoined={isJoined} />
      <Hero before={first} />
      <EndedToday procedure={first.procedure} />
      <AskHere />
      <Steps steps={first.steps} />
      <Texts
        title={i18n._({ id: 'before.postpone', message: 'Reasons to move the date' })}
        ones={first.postpone}
      />
    </Page>
  )
}

function Hero({ before }: { readonly before: Before }): JSX.Element {
  const care = useCare()
  return (
    <section class="hero">
      <div class="hero-text">
        <p class="hero-label">
          {care.i18n._({ id: 'before.your-session', message: 'Your session is' })}
        </p>
        <h1 id="heading" tabIndex={-1}>
          {isDayAlone(before.procedure, care.at) ? (
            care.format.day(before.procedure.endedAt)
          ) : (
            <Countdown to={before.procedure.endedAt} />
          )}
        </h1>
        {before.isCovered ? null : <p>{uncoveredText(care)}</p>}
      </div>
    </section>
  )
}

function uncoveredText({ i18n }: AppCare): string {
  return i18n._({
    id: 'before.uncovered',
    message:
      'We have no times for this treatment. Ask the clinic for its own instructions, before and after. When to get help is the same.',
  })
}

/** What to get ready, by the day from which on; what has no day comes last. */
function Steps({ steps }: { readonly steps: readonly PreparationStep[] }): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  const groups = stepGroups(care, steps)
  if (groups.length === 0) return null
  return (
    <Card title={i18n._({ id: 'before.ready', message: 'Getting ready' })}>
      {groups.map(([when, lines]) => (
        <section class="stack-s" key={when}>
          <h3>{when}</h3>
          <ul class="said" lang={texts.lang}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

type StepGroup = readonly [when: string, lines: readonly string[]]

function stepGroups(care: AppCare, steps: readonly PreparationStep[]): readonly StepGroup[] {
  const groups = new Map<string, string[]>()
  const said = new Set<string>()
  for (const step of steps) {
    const line = care.texts.text(`${step.kind}.${step.id}`)
    if (step.toConfirm || said.has(line)) continue
    said.add(line)
    const when = whenText(care, step)
    groups.set(when, [...(groups.get(when) ?? []), line])
  }
  return [...groups]
}

function whenText({ i18n, format }: AppCare, { from, isDue }: PreparationStep): string {
  if (from === null) return i18n._({ id: 'before.any-time', message: 'At any time before' })
  if (isDue) return i18n._({ id: 'before.now', message: 'Now' })
  return i18n._({
    id: 'before.from',
    message: 'From {day}',
    values: { day: format.day(from) },
  })
}

function Lists({ before }: { readonly before: Before }): JSX.Element {
  const { i18n } = useCare()
  return (
    <>
      <Texts
        title={i18n._({ id: 'before.tell', message: 'Tell your clinic' })}
        ones={before.tell}
      />
      <Texts
        title={i18n._({ id: 'before.prescriber', message: 'Ask the person who prescribed it' })}
        ones={before.askPrescriber}
      />
      <Texts
        title={i18n._({
          id: 'before.to-confirm',
          message: 'If one of these fits you, tell your clinic',
        })}
        ones={before.toConfirm}
      />
      <Texts
        title={i18n._({ id: 'before.information', message: 'Good to know' })}
        ones={before.information}
      />
    </>
  )
}

interface TextsProps {
  readonly title: string
  readonly ones: readonly Suitability[]
}

function Texts({ title, ones }: TextsProps): JSX.Element | null {
  const { texts } = useCare()
  if (ones.length === 0) return null
  return (
    <Card title={title}>
      <ul class="said" lang={texts.lang}>
        {ones.map(({ suitability }) => (
          <li key={suitability}>{texts.text(`suitability.${suitability}`)}</li>
        ))}
      </ul>
    </Card>
  )
}
