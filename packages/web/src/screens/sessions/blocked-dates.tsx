import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { problemText } from './session-words.ts'
import type { BlockedDraft, Wish } from './use-wish.ts'

/** Days on which no session can be. */
export function BlockedDates({ wish }: { readonly wish: Wish }): JSX.Element {
  const { i18n } = useCare()
  const { draft, change } = wish
  const { blocked } = draft
  const setAt = (index: number, span: BlockedDraft) =>
    change({ ...draft, blocked: blocked.map((one, k) => (k === index ? span : one)) })
  return (
    <fieldset class="stack-s blocked">
      <legend class="wish-label">
        {i18n._({ id: 'sessions.blocked', message: 'Dates that do not work' })}
      </legend>
      {blocked.map((span, index) => (
        <BlockedFields
          // A span has no name but its place in the list.
          key={index}
          index={index}
          span={span}
          wish={wish}
          onChange={(changed) => setAt(index, changed)}
          onRemove={() => change({ ...draft, blocked: blocked.filter((_, k) => k !== index) })}
        />
      ))}
      <Button onClick={() => change({ ...draft, blocked: [...blocked, { from: '', until: '' }] })}>
        {i18n._({ id: 'sessions.blocked.add', message: 'Add dates' })}
      </Button>
    </fieldset>
  )
}

interface BlockedFieldsProps {
  readonly index: number
  readonly span: BlockedDraft
  readonly wish: Wish
  readonly onChange: (span: BlockedDraft) => void
  readonly onRemove: () => void
}

function BlockedFields(props: BlockedFieldsProps): JSX.Element {
  const { index, span, wish, onChange, onRemove } = props
  const { i18n, format } = useCare()
  const problem = wish.problems.find((one) => one.field === 'blocked' && one.index === index)
  return (
    <div class="blocked-span">
      <Field
        label={i18n._({ id: 'sessions.blocked.from', message: 'From' })}
        type="date"
        value={span.from}
        onInput={(from) => onChange({ ...span, from })}
        {...(problem && { error: problemText(i18n, problem.code) })}
      />
      <Field
        label={i18n._({ id: 'sessions.blocked.until', message: 'To, that day included' })}
        type="date"
        min={span.from}
        value={span.until}
        onInput={(until) => onChange({ ...span, until })}
      />
      <Button kind="quiet" onClick={onRemove}>
        {i18n._({ id: 'sessions.blocked.remove', message: 'Remove' })}
        <span class="unseen">
          {i18n._({
            id: 'sessions.blocked.which',
            message: 'dates {number}',
            values: { number: format.number(index + 1) },
          })}
        </span>
      </Button>
    </div>
  )
}
