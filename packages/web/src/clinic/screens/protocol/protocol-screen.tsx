import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Page } from '../../../components/page.tsx'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { NotFound } from '../../app/console-screens.tsx'
import { Show } from '../../components/loaded.tsx'
import { DraftPage } from './draft-page.tsx'
import { EvidencePage } from './evidence-page.tsx'
import { HistoryPage } from './history-page.tsx'
import { OwnSourcePage } from './own-source-page.tsx'
import { OwnSubjectPage } from './own-subject-page.tsx'
import { OwnTextPage } from './own-text-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { ProtocolDeskProvider, useProtocolParts } from './protocol-context.tsx'
import { SubjectPage } from './subject-page.tsx'
import { VersionPage } from './version-page.tsx'
import './protocol.css'

/** What the sources say, what the clinic makes of it, and what that changes. */
export function ProtocolScreen({ rest }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const parts = useProtocolParts()
  if (parts.state !== 'there')
    return (
      <Page title={i18n._({ id: 'protocol.title', message: 'Protocol' })}>
        <Show loaded={parts}>{() => null}</Show>
      </Page>
    )
  return (
    <Show loaded={parts}>
      {(value) => (
        <ProtocolDeskProvider parts={value}>
          <ProtocolPage key={rest.join('/')} rest={rest} />
        </ProtocolDeskProvider>
      )}
    </Show>
  )
}

function ProtocolPage({ rest: [name, which] }: ScreenProps): JSX.Element {
  switch (name) {
    case undefined:
      return <EvidencePage />
    case 'subject':
      return which === undefined ? <NotFound /> : <SubjectPage subject={which} />
    case 'draft':
      return <DraftPage />
    case 'own':
      return <OwnSubjectPage code={which} />
    case 'text':
      return <OwnTextPage code={which} />
    case 'source':
      return <OwnSourcePage code={which} />
    case 'preview':
      return <PreviewPage />
    case 'history':
      return which === undefined ? <HistoryPage /> : <VersionPage number={Number(which)} />
    default:
      return <NotFound />
  }
}
