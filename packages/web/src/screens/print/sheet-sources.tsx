import type { Sheet } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { kindWord } from '../../words/source-words.ts'

/** Who says what: the numbers behind the lines, and which rules were applied. */
export function SheetSources({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <section class="paper-group paper-sources">
      <h3>{i18n._({ id: 'sheet.sources', message: 'Who says it' })}</h3>
      <ol>
        {sheet.sources.map(({ code, author, publisher, title, kind, date }) => (
          <li key={code} lang="en" dir="ltr">
            {author ?? publisher}: {title} (
            <bdi lang={i18n.locale}>
              {format.join([kindWord(i18n, kind), ...(date ? [date] : [])], 'comma')}
            </bdi>
            )
          </li>
        ))}
      </ol>
      {sheet.protocols.map(({ code, version, hash }) => (
        <p key={code} class="small" dir="ltr">
          {code} {version} · {hash.slice(0, 23)}
        </p>
      ))}
    </section>
  )
}
