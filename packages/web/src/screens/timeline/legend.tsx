import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { statusWord } from '../../words/status-words.ts'
import { LEGEND } from './timeline-words.ts'

/** What each pattern means. */
export function Legend(): JSX.Element {
  const { i18n } = useCare()
  return (
    <ul
      class="legend"
      aria-label={i18n._({ id: 'timeline.legend', message: 'What the patterns mean' })}
    >
      {LEGEND.map((status) => (
        <li key={status} class="legend-entry">
          <span class={`legend-swatch fill-${status}`} />
          {statusWord(i18n, status)}
        </li>
      ))}
    </ul>
  )
}
