import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Page } from '../../../components/page.tsx'
import { useHalfWritten } from '../../app/half-written.ts'
import { useKeys } from '../../app/keys.ts'
import type { Library } from '../../app/library.ts'
import { type Chosen, type NewPerson, phoneOf } from './chosen.ts'
import {
  areSameFacts,
  type Draft,
  draftIssues,
  factsOf,
  firstDraft,
  givenOf,
  lastingDraft,
} from './draft.ts'
import { type FormErrors, formErrors } from './form-errors.ts'
import { KeptNotice } from './kept-notice.tsx'
import { formName, partName } from './kept-parts.ts'
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
import { useKeptForm } from './use-kept-form.ts'
import { Whom } from './whom.tsx'

/** Whose session the form is about: somebody on record, or somebody to add. */
export type Who =
  | { readonly kind: 'known'; readonly patientId: string; readonly name: string }
  | { readonly kind: 'new'; readonly person: NewPerson }

interface SessionFormProps {
  readonly who: Who
  /** The same as it was chosen, for when the form is left. */
  readonly chosen: Chosen
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
  const { who, known, library } = props
  const { i18n } = useApp()
  const { first, draft, setDraft, person, setPerson, place, recorder, errors, record, kept } =
    useForm(props)
  const form = useFirstFocus(who, kept.isBack)
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
          {kept.isBack ? <KeptNotice onAnew={kept.onAnew} /> : null}
          <Whom
            {...{ who, known, person, recorder, errors }}
            onOther={kept.onOther}
            onPerson={setPerson}
          />
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

/** What stands in the form, and what can be done with it. */
function useForm(props: SessionFormProps) {
  const { who, known, zone, onRecorded } = props
  const { at } = useApp()
  const [first] = useState(() => firstDraft(known.last, known.facts))
  const name = formName(props.chosen)
  const kept = useKeptForm({ name, basis: basisOf(first, known), chosen: props.chosen })
  const place = useMemo(() => ({ zone, now: at }), [zone, at])
  const held = (typed: Draft) => lastingDraft(typed, place)
  const [draft, setDraft] = useHalfWritten(partName('session', name), () => first, held)
  const [person, setPerson] = useHalfWritten(partName('person', name), () => personOf(who))
  const recorder = useRecording(name)
  const isPlain = recorder.phase === 'editing' && recorder.added === null
  const isTyped = !isPlain || who.kind === 'new' || JSON.stringify(draft) !== JSON.stringify(first)
  useEffect(() => kept.mark(isTyped), [isTyped])
  const asked = { draft, place, known, whose: whoseOf(who, person) }
  const { errors, record } = useRecord(asked, recorder, (recorded) => {
    kept.forget()
    onRecorded(recorded)
  })
  const put = () => {
    setDraft(first)
    kept.beginAnew()
  }
  const ways = waysOut(props, { forget: kept.forget, put })
  const back = { ...ways, onAnew: isPlain ? ways.onAnew : null, isBack: kept.isBack }
  return { first, draft, setDraft, person, setPerson, place, recorder, errors, record, kept: back }
}

/** What is wrong with the form once it was tried, and the way to record it. */
function useRecord(asked: Asked, recorder: Recorder, onRecorded: (recorded: Recorded) => void) {
  const { i18n } = useApp()
  const [isTried, setTried] = useState(false)
  const unread = isTried ? draftIssues(asked.draft, asked.place) : []
  const errors = formErrors(i18n, unread, recorder.problem?.issues ?? [])
  const work = async (): Promise<void> => {
    setTried(true)
    const what = toRecord(asked)
    const recorded = what && (await recorder.record(what))
    if (recorded) onRecorded(recorded)
  }
  const record = () => {
    if (!document.querySelector('dialog[open]')) void work().catch(reportError)
  }
  useKeys({ 'mod+enter': record })
  return { errors, record }
}

interface Leaving {
  readonly forget: () => void
  /** Puts the form back as it was begun. */
  readonly put: () => void
}

/** Somebody else, and anew: what was typed is put away on purpose. */
function waysOut({ onOther }: SessionFormProps, { forget, put }: Leaving) {
  if (onOther === null) return { onOther, onAnew: put }
  const other = () => {
    forget()
    onOther()
  }
  return { onOther: other, onAnew: other }
}

/** What is on record, as far as the form begins from it. */
function basisOf(first: Draft, { last }: Known): string {
  return JSON.stringify([first, last?.procedureId ?? null])
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
function useFirstFocus({ kind }: Who, isBack: boolean) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelectorAll('input')[kind === 'known' ? 0 : 1]?.focus()
    // Begun anew it is the first again.
  }, [isBack])
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
