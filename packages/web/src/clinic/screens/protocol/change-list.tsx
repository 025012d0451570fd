import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Row, Rows } from '../../../components/row.tsx'
import { lineTitle, lineWords } from './change-words.ts'
import type { ChangeLine } from './draft.ts'

/** What differs between two of the clinic's versions, in words. */
export function ChangeList({ lines }: { readonly lines: readonly ChangeLine[] }): JSX.Element {
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
          note={lineWords(app, line)}
        />
      ))}
    </Rows>
  )
}
