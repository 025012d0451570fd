import type { Hold } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { holdEndText } from './session-words.ts'

interface HoldListProps {
  readonly title: string
  readonly lead?: string
  readonly holds: readonly Hold[]
}

/** Reasons to wait, each with what ends it; nothing where there are none. */
export function HoldList({ title, lead, holds }: HoldListProps): JSX.Element | null {
  const care = useCare()
  if (holds.length === 0) return null
  return (
    <Card title={title}>
      {lead === undefined ? null : <p class="quiet">{lead}</p>}
      <ul class="holds">
        {holds.map((hold) => (
          <li key={hold.hold}>
            <span lang={care.texts.lang}>{care.texts.text(`hold.${hold.hold}`)}</span>
            <span class="quiet">{holdEndText(care, hold)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
