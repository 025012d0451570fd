import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { holdDraft } from './draft-store.ts'
import { countChanges, NO_CHANGES } from './draft.ts'
import { useProtocol } from './protocol-context.tsx'

/** The way back to before the clinic's first version: an empty draft, looked at and published as any other. */
export function AsPublished(): JSX.Element | null {
  const { i18n } = useApp()
  const { draft, standing, now, mayEdit } = useProtocol()
  if (!mayEdit || countChanges(standing) === 0) return null
  const begin = () => holdDraft({ changes: NO_CHANGES, startedFrom: now.number, issues: [] })
  return (
    <Card title={i18n._({ id: 'protocol.as-published', message: 'As published for everybody' })}>
      <p>
        {i18n._({
          id: 'protocol.as-published.text',
          message: 'With nothing of this clinic’s own: no other times, subjects or texts.',
        })}
      </p>
      {draft === null ? (
        <p>
          <a href={hrefTo('protocol', 'preview')} onClick={begin}>
            {i18n._({
              id: 'protocol.as-published.do',
              message: 'See what bringing it back changes',
            })}
          </a>
        </p>
      ) : (
        <p class="quiet">
          {i18n._({
            id: 'protocol.as-published.draft',
            message: 'There is a draft: publish it or throw it away first.',
          })}
        </p>
      )}
    </Card>
  )
}
