import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Page } from '../../../components/page.tsx'
import { useHalfWritten } from '../../app/half-written.ts'
import { useKeys } from '../../app/keys.ts'
import type { Library } from '../../app/library.ts'
import { type NewPerson, phoneOf } from './chosen.ts'
import { areSameFacts, type Draft, draftIssues, factsOf, firstDraft, givenOf } from './draft.ts'
import { type FormErrors, formErrors } from './form-errors.ts'
import type { Known } from './known.ts'
import { FlagsBefore, PlanAside } from './plan-aside.tsx'
import { RecordBar } from './record-bar.tsx'
import { FactRows, RecordRows, SessionRows } from './session-rows.tsx'
import {
  type Recorded,
  type Recorder,
  type ToRecord,
  useRecording,
  type Whose,
} from './use-recording.ts'
import { Whom } from './whom.tsx'

/** Whose session the form is about: somebody on record, or somebody to add. */
export type Who =
  | { readonly kind: 'known'; readonly patientId: string; readonly name: string }
  | { readonly kind: 'new'; readonly person: NewPerson }

interface SessionFormProps {
  readonly who: Who
  readonly known: Known
  readonly library: Library
  /** The clock that the end is typed by. */
  readonly zone: string
  /** Goes back to the choice of a patient. */
  readonly onOther: (() => void) | null
  readonly onRecorded: (recorded: Recorded) => void
}

/** One session, on one page, with the plan that it makes beside it. Ctrl+Enter records it. */
export function SessionForm(props: SessionFormProps): JSX.Element {
  const { who, known, library, onOther } = props
  const { i18n } = useApp()
  const { first, draft, setDraft, person, setPerson, place, recorder, errors, record } =
    useForm(props)
  const form = useFirstFocus(who)
  useWrongFocus(form, recorder.phase, errors)
  const drafting = { known, first, draft, place, library }
  const rows = { first, draft, onChange: setDraft, place, errors: errors.draft }
  return (
    <Page
      title={i18n._({ id: 'new-session.title', message: 'New session' })}
      aside={<PlanAside {...drafting} />}
      hasOwnFocus
    >
      <form class="session-form" ref={form} onSubmit={(event) => event.preventDefault()}>
        <fieldset class="session-fields" disabled={recorder.phase !== 'editing'}>
          <Whom {...{ who, known, person, recorder, errors, onOther }} onPerson={setPerson} />
          <SessionRows {...rows} />
          <FactRows {...rows} />
          <RecordRows {...rows} />
        </fieldset>
        <FlagsBefore {...drafting} />
        <RecordBar recorder={recorder} errors={errors} onRecord={record} />
      </form>
    </Page>
  )
}

/** What stands in the form, what is wrong with it, and the way to record it. */
function useForm({ who, known, zone, onRecorded }: SessionFormProps) {
  const { i18n, at } = useApp()
  const [first] = useState(() => firstDraft(known.last, known.facts))
  const name = who.kind === 'known' ? who.patientId : 'new'
  const [draft, setDraft] = useHalfWritten(`session ${name}`, () => first)
  const [person, setPerson] = useHalfWritten(`person ${name}`, () => personOf(who))
  const [isTried, setTried] = useState(false)
  const recorder = useRecording(name)
  const place = useMemo(() => ({ zone, now: at }), [zone, at])
  const unread = isTried ? draftIssues(draft, place) : []
  const errors = formErrors(i18n, unread, recorder.problem?.issues ?? [])
  const work = async (): Promise<void> => {
    setTried(true)
    const what = toRecord({ draft, place, known, whose: whoseOf(who, person) })
    const recorded = what && (await recorder.record(what))
    if (recorded) onRecorded(recorded)
  }
  const record = () => {
    if (!document.querySelector('dialog[open]')) void work().catch(reportError)
  }
  useKeys({ 'mod+enter': record })
  return { first, draft, setDraft, person, setPerson, place, recorder, errors, record }
}

function personOf(who: Who): NewPerson | null {
  return who.kind === 'new' ? who.person : null
}

function whoseOf(who: Who, person: NewPerson | null): Whose {
  if (who.kind === 'known') return who
  const { name, locale, ...reached } = person ?? who.person
  const [phone, email] = [phoneOf(reached.phone), reached.email.trim()]
  return {
    kind: 'new',
    person: {
      name: name.trim(),
      locale,
      ...(phone !== '' && { phone }),
      ...(email !== '' && { email }),
    },
  }
}

interface Asked {
  readonly draft: Draft
  readonly place: Parameters<typeof draftIssues>[1]
  readonly known: Known
  readonly whose: Whose
}

/** Null where something in the form cannot be read. */
function toRecord({ draft, place, known, whose }: Asked): ToRecord | null {
  const procedure = givenOf(draft, place)
  if (!procedure || draftIssues(draft, place).length > 0) return null
  const facts = factsOf(draft)
  return { whose, procedure, facts: areSameFacts(facts, known.facts) ? null : facts }
}

/** The first row that is still empty: when it ended; of somebody new, after their name. */
function useFirstFocus({ kind }: Who) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelectorAll('input')[kind === 'known' ? 0 : 1]?.focus()
  }, [])
  return form
}

/** What was refused is gone to, once. */
function useWrongFocus(
  form: { readonly current: HTMLFormElement | null },
  phase: Recorder['phase'],
  errors: FormErrors,
): void {
  const isWrong = Object.keys({ ...errors.draft, ...errors.person }).length > 0
  useEffect(() => {
    if (phase !== 'editing' || !isWrong) return
    const wrong = form.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], .form-row:has(.field-error) .toggle[tabindex="0"]',
    )
    wrong?.focus()
  }, [phase, isWrong])
}
