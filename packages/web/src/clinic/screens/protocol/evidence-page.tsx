import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { useLazy } from '../../../app/use-lazy.ts'
import { Icon } from '../../../components/icon.tsx'
import { Page } from '../../../components/page.tsx'
import { loadSearch } from '../../../screens/can-i/load-search.ts'
import '../../../screens/can-i/can-i.css'
import { lowerFirst } from '../../../words/texts.ts'
import { Empty } from '../../components/empty.tsx'
import { Table } from '../../components/table.tsx'
import { timeChangeOf } from './draft.ts'
import { type EvidenceLine, evidenceLines } from './evidence.ts'
import { useProtocol } from './protocol-context.tsx'
import { spansText } from './protocol-words.ts'
import { Standing } from './standing.tsx'

type Filter = 'all' | 'disputed' | 'changed'

/** Every subject with what new plans say, and whether the sources agree on it. */
export function EvidencePage(): JSX.Element {
  const { i18n } = useApp()
  const { care } = useProtocol()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const lines = useMemo(() => evidenceLines(care), [care])
  const shown = useShown(lines, words, filter)
  return (
    <Page
      title={i18n._({ id: 'protocol.title', message: 'Protocol' })}
      lead={i18n._({
        id: 'protocol.lead',
        message:
          'What each source says, and the strictest answer that plans are made with. Shown for a first session on the face by somebody healthy; each patient’s own plan may be stricter.',
      })}
      aside={<Standing />}
    >
      <Search words={words} onInput={setWords} />
      <Filters filter={filter} onChange={setFilter} lines={lines} />
      <p class="quiet" role="status">
        {i18n._({
          id: 'protocol.count',
          message: '{count, plural, =0 {No subject} one {# subject} other {# subjects}}',
          values: { count: shown.length },
        })}
      </p>
      {shown.length === 0 ? <NothingFound /> : <Groups lines={shown} />}
    </Page>
  )
}

function useShown(
  lines: readonly EvidenceLine[],
  words: string,
  filter: Filter,
): readonly EvidenceLine[] {
  const { texts, locale } = useApp()
  const { changes, care } = useProtocol()
  const isAsked = words.trim() !== ''
  const codes = lines.map(({ subject }) => subject)
  const key = `search ${locale} ${Object.keys(care.plan.subjects).length}`
  const search = useLazy(() => loadSearch({ codes, texts, locale }), key, isAsked)
  const kept = lines.filter(({ subject, isDisputed }) => {
    if (filter === 'disputed') return isDisputed
    return filter === 'all' || isOwn(subject) || timeChangeOf(changes, subject) !== null
  })
  if (!isAsked || search === undefined || search === 'broken') return kept
  const found = search.value(words, () => 0).codes
  return kept
    .filter(({ subject }) => found.includes(subject))
    .toSorted((a, b) => found.indexOf(a.subject) - found.indexOf(b.subject))
}

function isOwn(subject: string): boolean {
  return subject.startsWith('clinic-')
}

interface SearchProps {
  readonly words: string
  readonly onInput: (words: string) => void
}

function Search({ words, onInput }: SearchProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <search class="search">
      <label class="unseen" for="protocol-search">
        {i18n._({ id: 'protocol.search', message: 'Search the subjects' })}
      </label>
      <Icon name="search" size={22} />
      <input
        id="protocol-search"
        type="search"
        autocomplete="off"
        placeholder={i18n._({ id: 'protocol.search', message: 'Search the subjects' })}
        value={words}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </search>
  )
}

interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly lines: readonly EvidenceLine[]
}

function Filters({ filter, onChange, lines }: FiltersProps): JSX.Element {
  const { i18n } = useApp()
  const options: readonly (readonly [Filter, string])[] = [
    ['all', i18n._({ id: 'protocol.filter.all', message: 'All' })],
    [
      'disputed',
      i18n._({
        id: 'protocol.filter.disputed',
        message: 'Sources differ ({count, number})',
        values: { count: lines.filter(({ isDisputed }) => isDisputed).length },
      }),
    ],
    ['changed', i18n._({ id: 'protocol.filter.changed', message: 'Changed here' })],
  ]
  return (
    <div
      class="cluster"
      role="group"
      aria-label={i18n._({ id: 'protocol.filter', message: 'Which subjects' })}
    >
      {options.map(([value, label]) => (
        <button
          key={value}
          type="button"
          class="filter"
          aria-pressed={filter === value}
          onClick={() => onChange(value)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function NothingFound(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'protocol.nothing', message: 'No subject fits' })}>
      <p>
        {i18n._({
          id: 'protocol.nothing.text',
          message:
            'Try another word. What the protocol does not know can be added in the draft as a subject of the clinic’s own.',
        })}
      </p>
    </Empty>
  )
}

function Groups({ lines }: { readonly lines: readonly EvidenceLine[] }): JSX.Element {
  const { texts } = useApp()
  const groups = Map.groupBy(lines, ({ group }) => group)
  return (
    <>
      {[...groups].map(([group, members]) => (
        <section key={group} class="evidence-group">
          <EvidenceTable caption={texts.subject(group)} lines={members} />
        </section>
      ))}
    </>
  )
}

interface TableProps {
  readonly caption: string
  readonly lines: readonly EvidenceLine[]
}

function EvidenceTable({ caption, lines }: TableProps): JSX.Element {
  const app = useApp()
  const { i18n, format, texts } = app
  return (
    <Table
      caption={caption}
      isCaptionShown
      rows={lines}
      keyOf={({ subject }) => subject}
      columns={[
        {
          key: 'subject',
          head: i18n._({ id: 'protocol.col.subject', message: 'Subject' }),
          isHead: true,
          cell: ({ subject }) => (
            <a href={hrefTo('protocol', 'subject', subject)} lang={texts.lang}>
              {texts.subject(subject)}
            </a>
          ),
        },
        {
          key: 'says',
          head: i18n._({ id: 'protocol.col.says', message: 'Plans say' }),
          cell: ({ answer }) => spansText(app, answer),
        },
        {
          key: 'sources',
          head: i18n._({ id: 'protocol.col.sources', message: 'Sources' }),
          isFigure: true,
          cell: ({ sources }) => format.number(sources),
        },
        {
          key: 'differ',
          head: i18n._({ id: 'protocol.col.differ', message: 'They differ by' }),
          cell: (line) => <Differ line={line} />,
        },
      ]}
    />
  )
}

/** How far apart the sources are, and what the clinic does about it. */
function Differ({ line: { answer, subject } }: { readonly line: EvidenceLine }): JSX.Element {
  const { i18n, format } = useApp()
  const { changes } = useProtocol()
  const { shortest, longest, isOpposed } = answer.disagreement
  const own = timeChangeOf(changes, subject)
  const parts = [
    ...(shortest === null || longest === null ? [] : [format.length(longest - shortest)]),
    ...(isOpposed ? [i18n._({ id: 'protocol.differ.opposed', message: 'some speak for it' })] : []),
  ]
  return (
    <>
      {format.join(parts, 'comma')}
      {own === null ? null : (
        <span class="tag">
          {own.kind === 'longer'
            ? lowerFirst(i18n._({ id: 'protocol.tag.longer', message: 'Longer here' }))
            : lowerFirst(i18n._({ id: 'protocol.tag.shorter', message: 'Shorter here' }))}
        </span>
      )}
    </>
  )
}
