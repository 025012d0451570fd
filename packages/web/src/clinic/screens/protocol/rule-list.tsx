import type { ProtocolDiff } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { lowerFirst } from '../../../words/texts.ts'

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
        <p key={field} class="small" dir="ltr">
          {field}: <del>{shown(from)}</del> <ins>{shown(to)}</ins>
        </p>
      ))}
    </li>
  )
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

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
