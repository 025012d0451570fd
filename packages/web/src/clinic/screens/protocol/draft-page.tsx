import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { Empty } from '../../components/empty.tsx'
import { useConsole } from '../../app/console-context.ts'
import { countChanges, PARTS } from './draft.ts'
import { DraftPart } from './draft-part.tsx'
import { heldDraft, holdDraft } from './draft-store.ts'
import { OtherPublished } from './other-published.tsx'
import { useProtocol } from './protocol-context.tsx'

/** Everything of the clinic's own as it would be published next. */
export function DraftPage(): JSX.Element {
  const { i18n } = useApp()
  const { draft, changes, mayEdit, standing } = useProtocol()
  const isEmpty = countChanges(changes) === 0 && countChanges(standing) === 0
  return (
    <Page
      title={i18n._({ id: 'protocol.draft', message: 'Your draft' })}
      lead={i18n._({
        id: 'protocol.draft.lead',
        message:
          'The clinic’s own times, subjects and texts. Nothing changes for anybody before you publish. The draft is in this page only, and gone when you close it.',
      })}
      back={{
        href: hrefTo('protocol'),
        label: i18n._({ id: 'protocol.title', message: 'Protocol' }),
      }}
      aside={mayEdit ? <NextStep /> : null}
    >
      {draft === null ? null : <OtherPublished />}
      {isEmpty ? <NothingYet /> : PARTS.map((part) => <DraftPart key={part} part={part} />)}
    </Page>
  )
}

function NothingYet(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty
      title={i18n._({ id: 'protocol.draft.empty', message: 'Nothing of the clinic’s own yet' })}
    >
      <p>
        {i18n._({
          id: 'protocol.draft.empty.text',
          message:
            'To wait longer or less for something, find it in the protocol and say so there. What the protocol does not know you can add here.',
        })}
      </p>
      <p>
        <a href={hrefTo('protocol')}>
          {i18n._({ id: 'protocol.draft.find', message: 'Find a subject' })}
        </a>
      </p>
    </Empty>
  )
}

function NextStep(): JSX.Element {
  const { i18n } = useApp()
  const { draft } = useProtocol()
  return (
    <>
      <Card title={i18n._({ id: 'protocol.next', message: 'Next' })}>
        {draft === null ? (
          <p class="quiet">
            {i18n._({
              id: 'protocol.next.none',
              message: 'The draft says what plans have now. Change something first.',
            })}
          </p>
        ) : (
          <>
            <p>
              {i18n._({
                id: 'protocol.next.preview',
                message: 'See which plans it would change, and how, before anything is published.',
              })}
            </p>
            <Button kind="main" href={hrefTo('protocol', 'preview')}>
              {i18n._({ id: 'protocol.preview', message: 'Preview' })}
            </Button>
            <DiscardButton />
          </>
        )}
      </Card>
      <Card title={i18n._({ id: 'protocol.add', message: 'Add' })}>
        <Button href={hrefTo('protocol', 'own')}>
          {i18n._({ id: 'protocol.add.subject', message: 'A subject or product' })}
        </Button>
        <Button href={hrefTo('protocol', 'text')}>
          {i18n._({ id: 'protocol.add.text', message: 'A text' })}
        </Button>
        <Button href={hrefTo('protocol', 'source')}>
          {i18n._({ id: 'protocol.add.source', message: 'A source' })}
        </Button>
      </Card>
    </>
  )
}

function DiscardButton(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const discard = () => {
    const held = heldDraft()
    holdDraft(null)
    say(i18n._({ id: 'protocol.draft.gone', message: 'The draft is gone.' }), async () =>
      holdDraft(held),
    )
  }
  return (
    <Button kind="quiet" onClick={discard}>
      {i18n._({ id: 'protocol.draft.discard', message: 'Throw the draft away' })}
    </Button>
  )
}
