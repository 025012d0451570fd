import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Page } from '../../../../components/page.tsx'
import {
  type Patient,
  type PatientPage,
  readPatients,
  searchPatients,
} from '../../../api/patients.ts'
import { ProblemError } from '../../../api/request.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useKeys } from '../../../app/keys.ts'
import { useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Show } from '../../../components/loaded.tsx'
import { PatientTable } from './patient-table.tsx'

/** Everybody of the clinic, the newest first, and a way to find one. */
export function PatientListScreen(): JSX.Element {
  const { i18n } = useApp()
  const [typed, setTyped] = useState('')
  const wanted = useSettled(typed.trim())
  return (
    <Page title={i18n._({ id: 'patients.title', message: 'Patients' })}>
      <div class="patients-head">
        <SearchField typed={typed} onType={setTyped} />
        <Ways />
      </div>
      {wanted === '' ? <Newest /> : <Found words={wanted} />}
    </Page>
  )
}

interface SearchFieldProps {
  readonly typed: string
  readonly onType: (typed: string) => void
}

function SearchField({ typed, onType }: SearchFieldProps): JSX.Element {
  const { i18n } = useApp()
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  return (
    <label class="field patients-search">
      <span>
        {i18n._({ id: 'patients.search', message: 'Find a patient' })} <kbd>/</kbd>
      </span>
      <input
        ref={field}
        class="field-input"
        type="search"
        autocomplete="off"
        dir="auto"
        value={typed}
        placeholder={i18n._({
          id: 'patients.search.hint',
          message: 'Name, e-mail or phone number',
        })}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}

/** What adds to the list, and what puts it in order. */
function Ways(): JSX.Element | null {
  const { i18n } = useApp()
  const { may } = useStaff()
  if (!may('owner', 'clinician', 'front-desk')) return null
  return (
    <div class="cluster">
      <Button kind="quiet" href={hrefTo('patients', 'duplicates')}>
        {i18n._({ id: 'patients.duplicates', message: 'Same person twice?' })}
      </Button>
      <Button kind="quiet" href={hrefTo('patients', 'import')}>
        {i18n._({ id: 'patients.import', message: 'Bring in a list' })}
      </Button>
      <Button kind="main" href={hrefTo('patients', 'add')}>
        {i18n._({ id: 'patients.add', message: 'Add a patient' })}
      </Button>
    </div>
  )
}

function Newest(): JSX.Element {
  const first = useQuery(['patients', 'list'], () => readPatients(null))
  return (
    <Show loaded={first}>{(page) => <Pages first={page} key={page.items[0]?.patientId} />}</Show>
  )
}

/** The first page, and those that were asked for after it. */
function Pages({ first }: { readonly first: PatientPage }): JSX.Element {
  const { i18n } = useApp()
  const [more, setMore] = useState<readonly PatientPage[]>([])
  const pages = [first, ...more]
  const next = pages.at(-1)?.next ?? null
  const read = async () => {
    const page = await readPatients(next)
    setMore((known) => [...known, page])
  }
  if (first.items.length === 0) return <Nobody />
  return (
    <>
      <PatientTable patients={pages.flatMap(({ items }) => items)} />
      {next === null ? null : (
        <div>
          <Button onClick={() => void read().catch(reportError)}>
            {i18n._({ id: 'patients.more', message: 'Show more' })}
          </Button>
        </div>
      )}
    </>
  )
}

function Nobody(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'patients.none', message: 'No patients yet' })}>
      <p>
        {i18n._({
          id: 'patients.none.text',
          message:
            'Start a new session: the patient is added with it. Or bring in the list that you have, as a CSV file.',
        })}
      </p>
      <Button href={hrefTo('new-session')}>
        {i18n._({ id: 'patients.none.session', message: 'New session' })}
      </Button>
    </Empty>
  )
}

/** What is typed stays in the body of the question: addresses are written down. */
function Found({ words }: { readonly words: string }): JSX.Element {
  const { i18n } = useApp()
  const found = useQuery(['patients', 'search', words], () => searched(words))
  return (
    <Show loaded={found}>
      {(patients) =>
        patients.length === 0 ? (
          <Empty title={i18n._({ id: 'patients.not-found', message: 'Nobody found' })}>
            <p>
              {i18n._({
                id: 'patients.not-found.text',
                message:
                  'Try whole words of the name, the e-mail address, or the last 4 digits of the phone number.',
              })}
            </p>
          </Empty>
        ) : (
          <PatientTable patients={patients} />
        )
      }
    </Show>
  )
}

async function searched(words: string): Promise<readonly Patient[]> {
  const reply = await searchPatients(words)
  if (!reply.ok) throw new ProblemError(reply.problem)
  return reply.value.items
}

const PAUSE_MS = 200

/** The same once nobody has typed for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
