import { assess, cautionOf } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { childrenOf, rootsOf } from '../../model/entry.ts'
import './can-i.css'
import { loadSearch } from './load-search.ts'
import { loadAlarms } from '../ask/load-ask.ts'
import { SubjectRow } from './subject-row.tsx'
import type { Found, SubjectSearch } from './subject-search.ts'

/** What people ask first. */
const OFTEN = [
  'makeup',
  'sunscreen',
  'exercise',
  'hot-shower',
  'alcohol',
  'sun-exposure',
  'retinoids',
  'swimming',
]

/** Search over every subject, and all of them by group. */
export function BrowsePage(): JSX.Element {
  const { i18n, plan, at } = useCare()
  const [words, setWords] = useState('')
  const search = useSearch()
  const caution = (code: string) => cautionOf(assess(plan, code, at).status)
  const found = words.trim() === '' ? null : (search?.(words, caution) ?? null)
  const alarms = useAlarms(words)
  return (
    <Page
      title={i18n._({ id: 'can-i.title', message: 'Can I?' })}
      aside={found ? null : <Everything />}
    >
      <search class="search">
        <label class="unseen" for="search">
          {i18n._({ id: 'can-i.search', message: 'Search for anything' })}
        </label>
        <Icon name="search" size={22} />
        <input
          id="search"
          type="search"
          inputMode="search"
          autocomplete="off"
          placeholder={i18n._({ id: 'can-i.example', message: 'swim, makeup, retinol, gym' })}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </search>
      <Alarms signs={alarms} />
      {found ? <FoundRows words={words} found={found} /> : <Often />}
      <OtherWays />
    </Page>
  )
}

function useSearch(): SubjectSearch | null {
  const { plan, texts, locale } = useCare()
  const [search, setSearch] = useState<{ readonly find: SubjectSearch } | null>(null)
  useEffect(
    () =>
      whenLoaded(loadSearch({ codes: Object.keys(plan.subjects), texts, locale }), (find) =>
        setSearch({ find }),
      ),
    [plan.subjects, texts, locale],
  )
  return search?.find ?? null
}

/** What a person looks up may be a sign: then help comes before any subject. */
function useAlarms(words: string): readonly string[] {
  const { planner } = useCare()
  const isWanted = words.trim() !== ''
  const loaded = useLazy(() => loadAlarms(planner.subjects), 'alarms', isWanted)
  if (!isWanted || loaded === undefined || loaded === 'broken') return []
  return [...new Set(loaded.value(words).map(({ code }) => code))]
}

function Alarms({ signs }: { readonly signs: readonly string[] }): JSX.Element {
  const { i18n, texts } = useCare()
  return (
    <div role="status">
      {signs.length === 0 ? null : (
        <Rows>
          {signs.map((sign) => (
            <Row
              key={sign}
              href={hrefTo('help')}
              mark={<Icon name="help" size={22} />}
              title={texts.sign(sign)}
              note={i18n._({ id: 'check-in.help', message: 'When to get help' })}
            />
          ))}
        </Rows>
      )}
    </div>
  )
}

interface FoundProps {
  readonly words: string
  readonly found: Found
}

function FoundRows({ words, found: { codes, isPart } }: FoundProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <>
      <div class={codes.length === 0 ? '' : 'quiet'} role="status">
        <p>{foundText(i18n, { words, count: codes.length })}</p>
        {codes.length > 0 && isPart ? (
          <p>
            {i18n._({
              id: 'can-i.part',
              message: 'These fit a part of your words. If none is what you mean, ask your clinic.',
            })}
          </p>
        ) : null}
      </div>
      <Rows>
        {codes.map((code) => (
          <SubjectRow key={code} subject={code} />
        ))}
      </Rows>
    </>
  )
}

function foundText(i18n: I18n, values: { readonly words: string; readonly count: number }): string {
  if (values.count === 0)
    return i18n._({
      id: 'can-i.nothing',
      message: 'We have nothing on “{words}”. Ask your clinic before you do it.',
      values,
    })
  return i18n._({
    id: 'can-i.found',
    message: '{count, plural, one {# answer} other {# answers}}',
    values,
  })
}

function Often(): JSX.Element {
  const { i18n, plan, texts } = useCare()
  return (
    <section class="stack-s">
      <h2 class="card-title">{i18n._({ id: 'can-i.often', message: 'People often ask about' })}</h2>
      <ul class="cluster">
        {OFTEN.filter((code) => Object.hasOwn(plan.subjects, code)).map((code) => (
          <li key={code}>
            <a class="chip" href={hrefTo('can-i', code)} lang={texts.lang}>
              {texts.subject(code)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where a name is not enough: a question in one's own words, or the list on a pack. */
function OtherWays(): JSX.Element {
  const { i18n } = useCare()
  return (
    <Rows>
      <Row
        href={hrefTo('ask')}
        mark={<Icon name="ask" size={22} />}
        title={i18n._({ id: 'ask.label', message: 'Ask in your own words' })}
      />
      <Row
        href={hrefTo('products')}
        mark={<Icon name="products" size={22} />}
        title={i18n._({ id: 'way.products', message: 'Check what is in a product' })}
      />
    </Rows>
  )
}

function Everything(): JSX.Element {
  const { i18n, plan } = useCare()
  return (
    <section class="stack-s">
      <h2 class="card-title">{i18n._({ id: 'can-i.all', message: 'Everything' })}</h2>
      <div class="groups">
        {rootsOf(plan).map((code) => (
          <Group key={code} code={code} />
        ))}
      </div>
    </section>
  )
}

/** A group's subjects are asked of the plan when it is opened. */
function Group({ code }: { readonly code: string }): JSX.Element {
  const { texts } = useCare()
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary lang={texts.lang}>
        {texts.subject(code)}
        <Icon name="onward" size={20} />
      </summary>
      {isOpen ? <GroupRows code={code} /> : null}
    </details>
  )
}

function GroupRows({ code }: { readonly code: string }): JSX.Element {
  const { plan } = useCare()
  const isPureGroup = plan.subjects[code]?.group ?? false
  return (
    <Rows>
      {isPureGroup ? null : <SubjectRow subject={code} />}
      {childrenOf(plan, code).map((child) => (
        <SubjectRow key={child} subject={child} withNarrower />
      ))}
    </Rows>
  )
}
