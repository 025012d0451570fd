import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Row, Rows } from '../../../components/row.tsx'
import { heldWords, lineTitle, lineWords } from './change-words.ts'
import type { ChangeLine } from './draft.ts'

interface ChangeListProps {
  readonly lines: readonly ChangeLine[]
  /** They are what a version holds, and not what it changed. */
  readonly isHeld?: boolean
}

/** What differs between two of the clinic's versions, in words. */
export function ChangeList({ lines, isHeld = false }: ChangeListProps): JSX.Element {
  const app = useApp()
  const { i18n, locale } = app
  if (lines.length === 0)
    return (
      <p class="quiet">
        {i18n._({ id: 'protocol.lines.none', message: 'Nothing of the clinic’s own differs.' })}
      </p>
    )
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={`${line.part} ${line.key}`}
          title={<bdi>{lineTitle(app, line, locale)}</bdi>}
          note={isHeld ? heldWords(app, line) : lineWords(app, line)}
        />
      ))}
    </Rows>
  )
}
