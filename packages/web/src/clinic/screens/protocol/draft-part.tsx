import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import type { AdoptionChanges } from '../../api/adoptions.ts'
import { useConsole } from '../../app/console-context.ts'
import { lineTitle, lineWords, partTitle, sameWords } from './change-words.ts'
import { type ChangeLine, changeLines, issuesAt, keyOf, type Part } from './draft.ts'
import { issueWords } from './issue-words.ts'
import { useProtocol } from './protocol-context.tsx'

interface DraftPartProps {
  readonly part: Part
  /** Shows what the server refused, and nothing else. */
  readonly isTroubleOnly?: boolean
}

/** One kind of change: what is in the draft, and what it takes out. */
export function DraftPart({ part, isTroubleOnly = false }: DraftPartProps): JSX.Element | null {
  const { i18n } = useApp()
  const { changes, standing, draft } = useProtocol()
  const differ = changeLines(standing, changes).filter((line) => line.part === part)
  const present = changes[part].map((one, k) => {
    const same = { part, key: keyOf(one), from: one, to: one }
    const line = differ.find(({ key }) => key === keyOf(one))
    // Of one part, and one entry of it on both sides.
    return { line: line ?? (same as ChangeLine), place: `changes.${part}[${k}]` }
  })
  const gone = differ.filter(({ to }) => to === null).map((line) => ({ line, place: null }))
  const shown = [...present, ...gone].filter(
    ({ place }) =>
      !isTroubleOnly || (place !== null && issuesAt(draft?.issues ?? [], place).length > 0),
  )
  if (shown.length === 0) return null
  return (
    <Card title={partTitle(i18n, part)}>
      <ul class="rows">
        {shown.map(({ line, place }) => (
          <Line key={line.key} line={line} place={place} />
        ))}
      </ul>
    </Card>
  )
}

interface LineProps {
  readonly line: ChangeLine
  /** Where the server's issues on it are; null for what is taken out. */
  readonly place: string | null
}

function Line({ line, place }: LineProps): JSX.Element {
  const app = useApp()
  const { locale } = app
  const { draft, mayEdit } = useProtocol()
  const trouble = place === null ? undefined : issueWords(app, issuesAt(draft?.issues ?? [], place))
  const isAsBefore = line.from === line.to
  return (
    <li class="row-item draft-line">
      <div class="row-text">
        <span class="row-title" dir="auto">
          {lineTitle(app, line, locale)}
        </span>
        <span class="row-note">{isAsBefore ? sameWords(app, line) : lineWords(app, line)}</span>
        {trouble === undefined ? null : (
          <span class="field-error" role="alert">
            {trouble}
          </span>
        )}
      </div>
      {mayEdit ? <LineButtons line={line} /> : null}
    </li>
  )
}

function LineButtons({ line }: { readonly line: ChangeLine }): JSX.Element {
  const app = useApp()
  const { i18n, locale } = app
  const { changes, change, latest } = useProtocol()
  const { say } = useConsole()
  const name = lineTitle(app, line, locale)
  const before = line.to
  const take = () => {
    change(withEntry(changes, line, line.to === null ? line.from : null))
    say(
      line.to === null
        ? i18n._({
            id: 'protocol.line.back',
            message: '{name} is in the draft again.',
            values: { name },
          })
        : i18n._({
            id: 'protocol.line.out',
            message: '{name} is out of the draft.',
            values: { name },
          }),
      async () => change(withEntry(latest(), line, before)),
    )
  }
  return (
    <span class="cluster">
      {line.to === null ? null : (
        <Button kind="quiet" href={hrefOf(line)}>
          {i18n._({ id: 'protocol.line.edit', message: 'Change' })}
          <span class="unseen">{name}</span>
        </Button>
      )}
      <Button kind="quiet" onClick={take}>
        {line.to === null
          ? i18n._({ id: 'protocol.line.put-back', message: 'Put back' })
          : i18n._({ id: 'protocol.line.take-out', message: 'Take out' })}
        <span class="unseen">{name}</span>
      </Button>
    </span>
  )
}

function hrefOf({ part, key }: ChangeLine): string {
  switch (part) {
    case 'lengthen':
    case 'shorten':
      return hrefTo('protocol', 'subject', key)
    case 'subjects':
      return hrefTo('protocol', 'own', key)
    case 'texts':
      return hrefTo('protocol', 'text', key)
    case 'sources':
      return hrefTo('protocol', 'source', key)
  }
}

/** The changes with one entry of a part put in, or taken out by null. */
function withEntry(
  changes: AdoptionChanges,
  { part, key }: ChangeLine,
  entry: AdoptionChanges[Part][number] | null,
): AdoptionChanges {
  const others = changes[part].filter((one) => keyOf(one) !== key)
  return { ...changes, [part]: entry === null ? others : [...others, entry] }
}
