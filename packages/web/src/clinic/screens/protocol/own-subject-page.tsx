import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { LOCALES } from '../../../words/locale.ts'
import type { OwnSubject } from '../../api/adoptions.ts'
import { Select } from '../../components/select.tsx'
import { issuesAt, ownCode, put } from './draft.ts'
import { EntryPage } from './entry-page.tsx'
import { issueWords } from './issue-words.ts'
import { type SubjectEntry, subjectEntry, subjectIn, subjectTrouble } from './own-subject.ts'
import { NOTHING_SAID, PositionFields } from './position-fields.tsx'
import { useProtocol } from './protocol-context.tsx'
import { WordsField } from './words-field.tsx'

/** A subject or product of the clinic's own: its names, where it belongs, and what the clinic says of it. */
export function OwnSubjectPage({ code }: { readonly code: string | undefined }): JSX.Element {
  const { i18n } = useApp()
  const { changes, change, published } = useProtocol()
  const known = changes.subjects.find((one) => one.subject === code)
  const [entry, setEntry] = useState(() => subjectEntry(known))
  const [isTried, setTried] = useState(false)
  const trouble = isTried ? subjectTrouble(entry) : null
  const save = () => {
    setTried(true)
    if (subjectTrouble(entry) !== null) return
    const taken = [...changes.subjects, ...published.subjects].map(({ subject }) => subject)
    const name = entry.names.en ?? Object.values(entry.names)[0] ?? ''
    const subject = subjectIn(entry, known?.subject ?? ownCode(name, taken))
    change({ ...changes, subjects: put(changes.subjects, 'subject', subject) })
    goTo(hrefTo('protocol', 'draft'))
  }
  return (
    <EntryPage
      title={i18n._({ id: 'protocol.own', message: 'A subject or product of our own' })}
      isMissing={code !== undefined && known === undefined}
      onSave={save}
    >
      <Names entry={entry} onChange={setEntry} known={known} isMissing={trouble === 'names'} />
      <Broader
        entry={entry}
        onChange={setEntry}
        known={known}
        isMissing={trouble === 'nothing-said'}
      />
      <Positions entry={entry} onChange={setEntry} known={known} />
    </EntryPage>
  )
}

interface PartProps {
  readonly entry: SubjectEntry
  readonly onChange: (entry: SubjectEntry) => void
  readonly known: OwnSubject | undefined
  readonly isMissing?: boolean
}

/** What the server says of a field of this subject. */
function useSaid(known: OwnSubject | undefined): (field: string) => string | undefined {
  const app = useApp()
  const { changes, draft } = useProtocol()
  const place = `changes.subjects[${changes.subjects.findIndex((one) => one === known)}]`
  return (field) => issueWords(app, issuesAt(draft?.issues ?? [], `${place}.${field}`))
}

function Names({ entry, onChange, known, isMissing }: PartProps): JSX.Element {
  const { i18n } = useApp()
  const said = useSaid(known)
  const errors = Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const words = said(`names.${locale}`)
      return words === undefined ? [] : [[locale, words]]
    }),
  )
  return (
    <WordsField
      label={i18n._({ id: 'protocol.own.name', message: 'Name' })}
      hint={i18n._({
        id: 'protocol.own.name.hint',
        message: 'As patients say it, or as it stands on the pack.',
      })}
      value={entry.names}
      onInput={(names) => onChange({ ...entry, names })}
      errors={errors}
      {...(isMissing && {
        error: i18n._({
          id: 'protocol.trouble.name',
          message: 'Give it a name in one language at least.',
        }),
      })}
    />
  )
}

function Broader({ entry, onChange, known, isMissing }: PartProps): JSX.Element {
  const { i18n, texts, locale } = useApp()
  const { published, changes } = useProtocol()
  const said = useSaid(known)('broader')
  const codes = [...published.subjects, ...changes.subjects]
    .map(({ subject }) => subject)
    .filter((subject) => subject !== known?.subject)
  const options = codes
    .map((value) => ({ value, label: texts.subject(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const missing = i18n._({
    id: 'protocol.trouble.nothing-said',
    message: 'Say where it belongs, or what the clinic says of it.',
  })
  const error = isMissing ? missing : said
  return (
    <Select
      label={i18n._({ id: 'protocol.own.broader', message: 'It is a kind of' })}
      hint={i18n._({
        id: 'protocol.own.broader.hint',
        message: 'What holds for that holds for this, too.',
      })}
      value={entry.broader}
      options={[
        {
          value: '',
          label: i18n._({ id: 'protocol.own.broader.none', message: 'Nothing in the list' }),
        },
        ...options,
      ]}
      onChange={(broader) => onChange({ ...entry, broader })}
      {...(error !== undefined && { error })}
    />
  )
}

const MOST_POSITIONS = 10

function Positions({ entry, onChange, known }: PartProps): JSX.Element {
  const { i18n } = useApp()
  const said = useSaid(known)
  const { positions } = entry
  const set = (next: SubjectEntry['positions']) => onChange({ ...entry, positions: next })
  return (
    <fieldset class="stack">
      <legend class="choice-legend">
        {i18n._({ id: 'protocol.own.says', message: 'What the clinic says of it' })}
      </legend>
      {positions.map((position, k) => (
        <PositionFields
          key={k}
          number={k + 1}
          value={position}
          onChange={(next) => set(positions.with(k, next))}
          onRemove={() => set(positions.toSpliced(k, 1))}
          error={said(`positions[${k}]`)}
        />
      ))}
      {positions.length >= MOST_POSITIONS ? null : (
        <div>
          <Button onClick={() => set([...positions, NOTHING_SAID])}>
            {i18n._({ id: 'protocol.own.add', message: 'Add a line' })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
