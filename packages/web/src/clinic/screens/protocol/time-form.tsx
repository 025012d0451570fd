import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Choice } from '../../../components/choice.tsx'
import { Field } from '../../../components/field.tsx'
import { useConsole } from '../../app/console-context.ts'
import { issuesAt, timeChangeOf, withTimeChange } from './draft.ts'
import { floorsOf, governingEndsOf } from './floor.ts'
import { shortestOf } from './length.ts'
import { LengthField } from './length-field.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { issueWords } from './issue-words.ts'
import { useProtocol } from './protocol-context.tsx'
import { lengthText } from './protocol-words.ts'
import { SourceChoice } from './source-choice.tsx'
import {
  endNoSoonerThan,
  entryOf,
  timeChangeIn,
  type TimeEntry,
  type TimeTrouble,
  troubleOf,
} from './time-entry.ts'

/** As published, longer, or shorter down to the floor. It goes into the draft, and nowhere else yet. */
export function TimeForm({ subject }: { readonly subject: string }): JSX.Element {
  const { i18n } = useApp()
  const { changes, change, latest, published } = useProtocol()
  const { say } = useConsole()
  const [entry, setEntry] = useState(() => entryOf(timeChangeOf(changes, subject)))
  const [isTried, setTried] = useState(false)
  const floors = floorsOf(subject, published)
  const governing = governingEndsOf(subject, published)
  const trouble = troubleOf(entry, { floors, governing })
  const save = () => {
    setTried(true)
    if (trouble !== null) return
    change(withTimeChange(changes, subject, timeChangeIn(entry)))
    setTried(false)
    say(
      i18n._({ id: 'protocol.draft.saved', message: 'It is in the draft. Nothing is published.' }),
      async () => {
        const before = timeChangeOf(changes, subject)
        change(withTimeChange(latest(), subject, before))
        setEntry(entryOf(before))
      },
    )
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
        focusFirstWrong(event.currentTarget)
      }}
    >
      <Kinds entry={entry} onChange={setEntry} subject={subject} />
      <Fields
        {...{ entry, floors, subject, trouble: isTried ? trouble : null }}
        onChange={setEntry}
      />
      <Button type="submit">
        {i18n._({ id: 'protocol.draft.put', message: 'Put it in the draft' })}
      </Button>
    </form>
  )
}

interface KindsProps {
  readonly entry: TimeEntry
  readonly onChange: (entry: TimeEntry) => void
  readonly subject: string
}

/** Shortening is for clinicians, and for what a source gives a time for. */
function Kinds({ entry, onChange, subject }: KindsProps): JSX.Element {
  const { i18n } = useApp()
  const { mayShorten, published } = useProtocol()
  const isGroup = published.subjects.find((one) => one.subject === subject)?.group === true
  const hasFloor = floorsOf(subject, published).length > 0
  const options = [
    {
      value: 'published',
      label: i18n._({ id: 'protocol.time.published', message: 'As the protocol says' }),
    },
    { value: 'longer', label: i18n._({ id: 'protocol.time.longer', message: 'Longer' }) },
    ...(mayShorten && hasFloor && !isGroup
      ? [{ value: 'shorter', label: i18n._({ id: 'protocol.time.shorter', message: 'Shorter' }) }]
      : []),
  ]
  const kinds = ['published', 'longer', 'shorter'] as const
  return (
    <>
      <Choice
        legend={i18n._({ id: 'protocol.time', message: 'In the draft' })}
        name="time"
        isCompact
        options={options}
        chosen={[entry.kind]}
        onChange={([chosen]) =>
          onChange({ ...entry, kind: kinds.find((kind) => kind === chosen) ?? 'published' })
        }
      />
      {options.length === 3 ? null : (
        <p class="quiet">
          {mayShorten
            ? i18n._({
                id: 'protocol.time.no-floor',
                message: 'It cannot be made shorter: no source gives it a time of its own.',
              })
            : i18n._({
                id: 'protocol.time.clinician',
                message: 'Only a clinician can make it shorter.',
              })}
        </p>
      )}
    </>
  )
}

interface FieldsProps {
  readonly entry: TimeEntry
  readonly onChange: (entry: TimeEntry) => void
  readonly floors: readonly string[]
  readonly subject: string
  readonly trouble: TimeTrouble | null
}

function Fields(props: FieldsProps): JSX.Element | null {
  switch (props.entry.kind) {
    case 'published':
      return null
    case 'longer':
      return <Longer {...props} />
    case 'shorter':
      return <Shorter {...props} />
  }
}

function Longer({ entry, onChange, floors, subject, trouble }: FieldsProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { changes, draft } = useProtocol()
  const k = changes.lengthen.findIndex((one) => one.subject === subject)
  const said = issuesAt(draft?.issues ?? [], `changes.lengthen[${k}]`)
  const until = timeChangeIn(entry)?.until
  const longer = until && endNoSoonerThan(until, floors)
  return (
    <>
      <LengthField
        label={i18n._({ id: 'protocol.time.until', message: 'Leave it for' })}
        value={entry.length}
        onInput={(length) => onChange({ ...entry, length })}
        {...(longer && {
          hint: i18n._({
            id: 'protocol.time.no-change',
            message: 'A source says {length} already, and the strictest counts.',
            values: { length: lengthText(app, longer) },
          }),
        })}
        error={troubleWords(app, trouble, floors) ?? issueWords(app, said)}
      />
      <Field
        label={i18n._({
          id: 'protocol.time.note',
          message: 'Why, for your colleagues (if you like)',
        })}
        isLong
        value={entry.words}
        onInput={(words) => onChange({ ...entry, words })}
      />
      <SourceChoice value={entry.source} onChange={(source) => onChange({ ...entry, source })} />
    </>
  )
}

function Shorter({ entry, onChange, floors, subject, trouble }: FieldsProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { changes, draft } = useProtocol()
  const k = changes.shorten.findIndex((one) => one.subject === subject)
  const said = (field: string) =>
    issueWords(app, issuesAt(draft?.issues ?? [], `changes.shorten[${k}].${field}`))
  const floor = shortestOf(floors)
  const lengthTrouble = trouble === 'reason' ? null : trouble
  const reasonTrouble = trouble === 'reason' ? troubleWords(app, trouble, floors) : said('reason')
  return (
    <>
      <LengthField
        label={i18n._({ id: 'protocol.time.until', message: 'Leave it for' })}
        value={entry.length}
        onInput={(length) => onChange({ ...entry, length })}
        {...(floor !== null && {
          hint: i18n._({
            id: 'protocol.time.floor',
            message: 'Not less than {length}: the shortest time that any source gives.',
            values: { length: lengthText(app, floor) },
          }),
        })}
        error={troubleWords(app, lengthTrouble, floors) ?? said('until') ?? said('subject')}
      />
      <Field
        label={i18n._({ id: 'protocol.time.reason', message: 'Your reason, as a clinician' })}
        hint={i18n._({
          id: 'protocol.time.reason.hint',
          message: 'It stands in each plan, with the name of the person who publishes it.',
        })}
        value={entry.words}
        onInput={(words) => onChange({ ...entry, words })}
        {...(reasonTrouble !== undefined && { error: reasonTrouble })}
      />
    </>
  )
}

function troubleWords(
  app: Pick<ReturnType<typeof useApp>, 'i18n' | 'format'>,
  trouble: TimeTrouble | null,
  floors: readonly string[],
): string | undefined {
  const { i18n } = app
  const floor = shortestOf(floors)
  switch (trouble) {
    case null:
      return undefined
    case 'length':
      return i18n._({ id: 'protocol.trouble.length', message: 'Give a whole number, 1 or more.' })
    case 'no-longer':
      return i18n._({
        id: 'protocol.trouble.no-longer',
        message: 'It is not longer than now: nothing would change. Give more.',
      })
    case 'floor':
      return i18n._({
        id: 'protocol.trouble.floor',
        message: 'This is below the floor. Give {length} or more.',
        values: { length: floor === null ? '' : lengthText(app, floor) },
      })
    case 'reason':
      return i18n._({
        id: 'protocol.trouble.reason',
        message: 'Give your reason, in a few words at least.',
      })
  }
}
