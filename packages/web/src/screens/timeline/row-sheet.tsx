import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Row, Rows } from '../../components/row.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { StatusPill } from '../../components/status.tsx'
import type { TimelineRow } from '../../model/timeline.ts'
import { namesText, spansAhead, spanText } from './timeline-words.ts'

interface RowSheetProps {
  readonly row: TimelineRow | null
  readonly onClose: () => void
}

/** One ribbon in words, and every subject it stands for, each a step from its own answer. */
export function RowSheet({ row, onClose }: RowSheetProps): JSX.Element {
  const care = useCare()
  const { i18n, at, texts } = care
  const spans = spansAhead(row?.spans ?? [], at)
  return (
    <Sheet title={row ? namesText(care, row.subjects) : ''} isOpen={row !== null} onClose={onClose}>
      <ol class="row-spans">
        {spans.map((span, k) => (
          <li key={span.start}>
            <StatusPill status={span.status} />
            <span>{spanText(care, span, k === 0)}</span>
          </li>
        ))}
      </ol>
      <div class="stack-s">
        <h3>{i18n._({ id: 'timeline.why', message: 'Why, and who says so' })}</h3>
        <Rows>
          {(row?.subjects ?? []).map((code) => (
            <Row key={code} title={texts.subject(code)} href={hrefTo('can-i', code)} />
          ))}
        </Rows>
      </div>
    </Sheet>
  )
}
