import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import type { Words } from '../../api/adoptions.ts'
import { Select } from '../../components/select.tsx'
import { issuesAt, ownCode, put } from './draft.ts'
import { EntryPage } from './entry-page.tsx'
import { issueWords } from './issue-words.ts'
import { useProtocol } from './protocol-context.tsx'
import { SourceChoice } from './source-choice.tsx'
import { topicWord, topicsOf } from './topics.ts'
import { givenWords, WordsField } from './words-field.tsx'

/** Something that the clinic tells its patients beside the rules. */
export function OwnTextPage({ code }: { readonly code: string | undefined }): JSX.Element {
  const { i18n } = useApp()
  const { changes, change, published } = useProtocol()
  const known = changes.texts.find((one) => one.id === code)
  const [entry, setEntry] = useState<TextEntry>(() => ({
    topic: known?.topic ?? topicsOf(published)[0] ?? '',
    text: known?.text ?? {},
    source: known?.source ?? '',
  }))
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    const text = givenWords(entry.text)
    if (text === null) return
    const { topic, source } = entry
    const begin = (text.en ?? '').slice(0, 30)
    const id =
      known?.id ??
      ownCode(
        begin,
        changes.texts.map((one) => one.id),
      )
    const own = { id, topic, text, ...(source !== '' && { source }) }
    change({ ...changes, texts: put(changes.texts, 'id', own) })
    goTo(hrefTo('protocol', 'draft'))
  }
  return (
    <EntryPage
      title={i18n._({ id: 'protocol.own-text', message: 'A text of our own' })}
      isMissing={code !== undefined && known === undefined}
      onSave={save}
    >
      <TextFields
        entry={entry}
        onChange={setEntry}
        isTried={isTried}
        place={`changes.texts[${changes.texts.findIndex((one) => one === known)}]`}
      />
    </EntryPage>
  )
}

interface TextEntry {
  readonly topic: string
  readonly text: Words
  readonly source: string
}

interface TextFieldsProps {
  readonly entry: TextEntry
  readonly onChange: (entry: TextEntry) => void
  readonly isTried: boolean
  /** Where the server's issues on it are. */
  readonly place: string
}

function TextFields({ entry, onChange, isTried, place }: TextFieldsProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { published, draft } = useProtocol()
  const said = issueWords(app, issuesAt(draft?.issues ?? [], place))
  const missing = i18n._({
    id: 'protocol.trouble.words',
    message: 'Write it in one language at least.',
  })
  const error = isTried && givenWords(entry.text) === null ? missing : said
  return (
    <>
      <Select
        label={i18n._({ id: 'protocol.own-text.topic', message: 'What it is about' })}
        value={entry.topic}
        options={topicsOf(published).map((value) => ({ value, label: topicWord(i18n, value) }))}
        onChange={(topic) => onChange({ ...entry, topic })}
      />
      <WordsField
        label={i18n._({ id: 'protocol.own-text.text', message: 'The text' })}
        isLong
        value={entry.text}
        onInput={(text) => onChange({ ...entry, text })}
        {...(error !== undefined && { error })}
      />
      <SourceChoice value={entry.source} onChange={(source) => onChange({ ...entry, source })} />
    </>
  )
}
