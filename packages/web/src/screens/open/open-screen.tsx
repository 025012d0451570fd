import { mayBeTooOpen, type LeftOut } from '@afterglow/formats'
import type { Session } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { toldEnd } from '../../interview/latest-end.ts'
import { askToPersist } from '../../store/keep.ts'
import { EMPTY_RECORD, hasOwnSession, type PatientRecord } from '../../store/record.ts'
import { endWords } from '../../words/end-words.ts'
import { leftOutWord } from '../../words/left-out-words.ts'
import { procedureWords } from '../../words/procedure-words.ts'
import { OpenForm } from './open-form.tsx'
import { type Opened, openLink } from './open-text.ts'
import { troubleText } from './trouble-text.ts'

/** A plan that comes from a link, a code on paper, or a file. Nothing is opened before the person has said so. */
export function OpenScreen({ rest: [link] }: ScreenProps): JSX.Element {
  const { i18n, record } = useApp()
  const [opened, setOpened] = useState<Opened | null>(() =>
    link === undefined ? null : openLink(link),
  )
  if (record.clinic) return <ClinicsDevice />
  return (
    <Page
      title={i18n._({ id: 'open.title', message: 'Open your plan' })}
      back={
        hasOwnSession(record)
          ? { href: hrefTo('more'), label: i18n._({ id: 'share.back', message: 'More' }) }
          : { href: hrefTo('start'), label: i18n._({ id: 'open.back', message: 'Start' }) }
      }
    >
      {opened?.kind === 'session' ? <Found opened={opened} /> : null}
      {opened?.kind === 'trouble' ? (
        <p class="question-trouble" role="alert">
          {troubleText(i18n, opened.code)}
        </p>
      ) : null}
      {opened?.kind === 'session' ? null : <OpenForm onOpen={setOpened} />}
    </Page>
  )
}

/** A clinic's plan is not changed for another one while it is followed. */
function ClinicsDevice(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({ id: 'open.clinic', message: 'This device has your clinic’s plan' })}
      lead={i18n._({
        id: 'open.clinic-lead',
        message: 'To open another plan here, sign out of your clinic first.',
      })}
    >
      <div class="cluster">
        <Button kind="main" href={hrefTo('today')}>
          {i18n._({ id: 'not-found.today', message: 'Go to Today' })}
        </Button>
        <Button href={hrefTo('my-clinic')}>
          {i18n._({ id: 'clinic.title', message: 'My clinic' })}
        </Button>
      </div>
    </Page>
  )
}

interface FoundProps {
  readonly opened: Extract<Opened, { readonly kind: 'session' }>
}

/** What was found, so that the person sees that it is theirs; and that it takes the place of what is here. */
function Found({ opened: { record } }: FoundProps): JSX.Element | null {
  const { i18n, record: kept, change } = useApp()
  const { session } = record
  if (!session) return <Settings record={record} />
  const accept = () => {
    const { locale, digits, country } = kept
    change({ ...EMPTY_RECORD, locale, digits, country, ...withoutNulls(record) })
    void askToPersist()
    goTo(hrefTo('today'), { instead: true })
  }
  return (
    <Card kind="wash" title={i18n._({ id: 'open.found', message: 'This is what it holds' })}>
      <Sessions session={session} />
      <LeftOutNote leftOut={record.leftOut} />
      {kept.session && hasOwnSession(kept) && !isSame(kept.session, session) ? (
        <p>
          <b>
            {i18n._({
              id: 'open.replaces',
              message: 'It takes the place of the plan that is on this device now.',
            })}
          </b>
        </p>
      ) : null}
      <div class="cluster">
        <Button kind="main" onClick={accept}>
          {i18n._({ id: 'open.accept', message: 'Open it' })}
        </Button>
        <Button kind="quiet" href={hrefTo('today')}>
          {i18n._({ id: 'open.refuse', message: 'No, leave it' })}
        </Button>
      </div>
    </Card>
  )
}

function Sessions({ session }: { readonly session: Session }): JSX.Element {
  const { i18n, format, at } = useApp()
  return (
    <ul class="stack-s">
      {session.procedures.map((procedure) => (
        <li key={procedure.id}>
          {i18n._({
            id: 'open.procedure',
            message: '{what}: {when}',
            values: {
              what: procedureWords(i18n, session, procedure),
              when: endWords(format, toldEnd(session, procedure), at),
            },
          })}
        </li>
      ))}
    </ul>
  )
}

/** A file without a session: languages and the like alone. */
function Settings({ record }: { readonly record: PatientRecord }): JSX.Element {
  const { i18n, record: kept, change } = useApp()
  return (
    <Card title={i18n._({ id: 'open.found', message: 'This is what it holds' })}>
      <p>{i18n._({ id: 'open.no-session', message: 'No session, only settings.' })}</p>
      <Button
        onClick={() => {
          change(settingsOf(record))
          goTo(hrefTo(kept.session ? 'today' : 'start'), { instead: true })
        }}
      >
        {i18n._({ id: 'open.accept', message: 'Open it' })}
      </Button>
    </Card>
  )
}

/** What a code could not carry: told before any answer is, where the plan may be too open without it. */
function LeftOutNote({ leftOut }: { readonly leftOut: readonly LeftOut[] }): JSX.Element | null {
  const { i18n, format } = useApp()
  if (leftOut.length === 0) return null
  const what = format.list(leftOut.map((one) => leftOutWord(i18n, one)))
  return (
    <p class={mayBeTooOpen(leftOut) ? 'question-note' : 'quiet'}>
      {mayBeTooOpen(leftOut)
        ? i18n._({
            id: 'open.left-out-open',
            message:
              'A code is short. It could not carry: {what}. Until you tell us again, the plan may show things as open that are not. Ask your clinic.',
            values: { what },
          })
        : i18n._({
            id: 'open.left-out',
            message: 'A code is short. It could not carry: {what}.',
            values: { what },
          })}
    </p>
  )
}

function isSame(a: Session, b: Session): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Language, digits and country as far as the file tells them: a file without a session says nothing of the plan here. */
function settingsOf({ locale, digits, country }: PatientRecord): Partial<PatientRecord> {
  return withoutNulls({ locale, digits, country })
}

/** What the file leaves open stays as it is on this device. */
function withoutNulls(record: Partial<PatientRecord>): Partial<PatientRecord> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}
