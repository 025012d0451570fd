import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Card } from '../../components/card.tsx'
import { kindWord } from '../../words/source-words.ts'

/** What this is and what it is not, which rules it goes by, and who says what is in them. */
export function About(): JSX.Element {
  const { i18n, protocols } = useApp()
  return (
    <Card title={i18n._({ id: 'about.title', message: 'About Afterglow' })}>
      <p>
        {i18n._({
          id: 'about.what',
          message:
            'Afterglow lays side by side what each source says about the days after microneedling, and takes the strictest. It informs. It cannot see your skin and does not take the place of your clinic.',
        })}
      </p>
      <p>
        {i18n._({
          id: 'about.review',
          message:
            'No clinician has signed off these rules yet, nor the translations. Your own clinic’s word comes first.',
        })}
      </p>
      {protocols.map(({ code, title, version }) => (
        <p class="small" key={code}>
          {title}, {version}
        </p>
      ))}
      <details class="more">
        <summary>{i18n._({ id: 'about.sources', message: 'All sources' })}</summary>
        <SourceList />
      </details>
    </Card>
  )
}

function SourceList(): JSX.Element {
  const { i18n, protocols } = useApp()
  const sources = protocols.flatMap((protocol) => Object.entries(protocol.sources))
  return (
    <ul class="source-list">
      {sources.map(([code, { author, publisher, title, date, kind, url }]) => (
        <li key={code} lang="en" dir="ltr">
          <b>{title}</b>
          <span class="row-note">
            {[author, publisher, kindWord(i18n, kind), date].filter(Boolean).join(' · ')}
          </span>
          {url === undefined ? null : (
            <a class="row-note" href={url} rel="noreferrer external">
              {new URL(url).host}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
