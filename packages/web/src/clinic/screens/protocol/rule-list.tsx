import type { Protocol, ProtocolDiff, Stance, Window } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { figureOf } from '../../../model/figure.ts'
import { figureText } from '../../../words/figure-words.ts'
import { stanceWord } from '../../../words/source-words.ts'
import { lowerFirst } from '../../../words/texts.ts'
import { useProtocol } from './protocol-context.tsx'

type RuleChange = ProtocolDiff['changes'][number]

interface RuleListProps {
  readonly changes: readonly RuleChange[]
}

/** The ledger's own rules that come, go or change, each by its id: for whoever wants to check line by line. */
export function RuleList({ changes }: RuleListProps): JSX.Element | null {
  const { i18n } = useApp()
  if (changes.length === 0) return null
  return (
    <details class="more">
      <summary>
        {i18n._({
          id: 'protocol.rules',
          message: 'Rule by rule ({count, plural, one {# rule} other {# rules}})',
          values: { count: changes.length },
        })}
      </summary>
      <ul class="rules">
        {changes.map((change) => (
          <Rule key={change.rule} change={change} />
        ))}
      </ul>
    </details>
  )
}

function Rule({ change }: { readonly change: RuleChange }): JSX.Element {
  const { i18n, texts } = useApp()
  const { kind, rule, subject, fields = {} } = change
  return (
    <li>
      <b>{kindWord(i18n, kind)}</b> <code dir="ltr">{rule}</code>
      {subject === undefined ? null : <span> · {lowerFirst(texts.subject(subject))}</span>}
      {Object.entries(fields).map(([field, { from, to }]) => (
        <Field key={field} field={field} from={from} to={to} />
      ))}
    </li>
  )
}

interface FieldChange {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

function Field({ field, from, to }: FieldChange): JSX.Element {
  const app = useApp()
  const { published } = useProtocol()
  const shown = (value: unknown) => <bdi>{valueWords({ app, published }, field, value)}</bdi>
  return (
    <p class="small">
      <code dir="ltr">{field}</code>: <del>{shown(from)}</del> <ins>{shown(to)}</ins>
    </p>
  )
}

interface Setting {
  readonly app: ReturnType<typeof useApp>
  readonly published: Protocol
}

/** What plans are made from in words; anything else as it stands in the ledger. */
function valueWords({ app, published }: Setting, field: string, value: unknown): string {
  const { i18n } = app
  if (value === null) return i18n._({ id: 'protocol.rule.nothing', message: 'nothing' })
  // Both come from rules of a checked protocol.
  if (field === 'window') return figureText(app, figureOf(value as Window, [published]))
  if (field === 'stance') return stanceWord(i18n, value as Stance, false)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function kindWord(i18n: I18n, kind: RuleChange['kind']): string {
  switch (kind) {
    case 'added':
      return i18n._({ id: 'protocol.rule.added', message: 'New' })
    case 'removed':
      return i18n._({ id: 'protocol.rule.removed', message: 'Gone' })
    case 'changed':
      return i18n._({ id: 'protocol.rule.changed', message: 'Changed' })
  }
}
