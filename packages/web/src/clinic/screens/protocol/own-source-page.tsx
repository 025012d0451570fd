import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { Field } from '../../../components/field.tsx'
import { issuesAt, ownCode, put } from './draft.ts'
import { EntryPage } from './entry-page.tsx'
import { issueWords } from './issue-words.ts'
import { useProtocol } from './protocol-context.tsx'

/** A source that the clinic cites: its own practice, a book, a study. */
export function OwnSourcePage({ code }: { readonly code: string | undefined }): JSX.Element {
  const { i18n } = useApp()
  const { changes, change } = useProtocol()
  const known = changes.sources.find((one) => one.code === code)
  const [entry, setEntry] = useState({ label: known?.label ?? '', url: known?.url ?? '' })
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (sourceTrouble(entry) !== null) return
    const taken = changes.sources.map((one) => one.code)
    const url = entry.url.trim()
    const source = {
      code: known?.code ?? ownCode(entry.label, taken),
      label: entry.label.trim(),
      ...(url !== '' && { url }),
    }
    change({ ...changes, sources: put(changes.sources, 'code', source) })
    goTo(hrefTo('protocol', 'draft'))
  }
  return (
    <EntryPage
      title={i18n._({ id: 'protocol.own-source', message: 'A source of our own' })}
      isMissing={code !== undefined && known === undefined}
      onSave={save}
    >
      <SourceFields
        entry={entry}
        onChange={setEntry}
        trouble={isTried ? sourceTrouble(entry) : null}
        place={`changes.sources[${changes.sources.findIndex((one) => one === known)}]`}
      />
    </EntryPage>
  )
}

interface SourceEntry {
  readonly label: string
  readonly url: string
}

interface SourceFieldsProps {
  readonly entry: SourceEntry
  readonly onChange: (entry: SourceEntry) => void
  readonly trouble: 'label' | 'url' | null
  /** Where the server's issues on it are. */
  readonly place: string
}

function SourceFields({ entry, onChange, trouble, place }: SourceFieldsProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { draft } = useProtocol()
  const said = issueWords(app, issuesAt(draft?.issues ?? [], place))
  const noLabel = i18n._({ id: 'protocol.trouble.label', message: 'Say what it is called.' })
  const labelError = trouble === 'label' ? noLabel : said
  return (
    <>
      <Field
        label={i18n._({ id: 'protocol.own-source.label', message: 'What it is called' })}
        hint={i18n._({
          id: 'protocol.own-source.label.hint',
          message: 'Author, title and year, as it should stand beside what it says.',
        })}
        value={entry.label}
        onInput={(label) => onChange({ ...entry, label })}
        {...(labelError !== undefined && { error: labelError })}
      />
      <Field
        label={i18n._({ id: 'protocol.own-source.url', message: 'Its address (if it has one)' })}
        value={entry.url}
        onInput={(url) => onChange({ ...entry, url })}
        {...(trouble === 'url' && {
          error: i18n._({
            id: 'protocol.trouble.url',
            message: 'Give an address that begins with https://, or none.',
          }),
        })}
      />
    </>
  )
}

function sourceTrouble({ label, url }: SourceEntry): 'label' | 'url' | null {
  if (label.trim() === '') return 'label'
  const address = url.trim()
  if (address === '') return null
  return URL.canParse(address) && new URL(address).protocol === 'https:' ? null : 'url'
}
