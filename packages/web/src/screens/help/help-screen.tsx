import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { CareCards } from '../../components/care-cards.tsx'
import { Page } from '../../components/page.tsx'

/** When to get help. Nothing has to be told before it can be read. */
export function HelpScreen(): JSX.Element {
  const { i18n, texts, protocols } = useApp()
  const net = protocols[0]?.triage.safetyNet ?? []
  return (
    <Page
      title={i18n._({ id: 'help.title', message: 'When to get help' })}
      lead={i18n._({
        id: 'help.lead',
        message: 'Worried? Do not wait, and do not finish reading first. Call.',
      })}
      aside={
        <section class="stack-s" lang={texts.lang}>
          <h2>{i18n._({ id: 'help.remember', message: 'Keep in mind' })}</h2>
          {net.map(({ id }) => (
            <p key={id} class="quiet">
              {texts.text(`safety-net.${id}`)}
            </p>
          ))}
        </section>
      }
    >
      <CareCards />
    </Page>
  )
}
