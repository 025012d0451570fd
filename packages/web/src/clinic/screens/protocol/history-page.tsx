import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { type Adoption, readAdoptions } from '../../api/adoptions.ts'
import { useQuery } from '../../app/query.ts'
import { Empty } from '../../components/empty.tsx'
import { Show } from '../../components/loaded.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table.tsx'
import { AsPublished } from './as-published.tsx'
import { countChanges } from './draft.ts'
import { versionName } from './protocol-words.ts'
import { OlderPlans } from './standing.tsx'
import { VersionDiff } from './version-diff.tsx'

/** Every version that the clinic has published: who, when, for whom, and what differs between any two. */
export function HistoryPage(): JSX.Element {
  const { i18n } = useApp()
  const loaded = useQuery(['adoptions', 'list'], readAdoptions)
  return (
    <Page
      title={i18n._({ id: 'protocol.history', message: 'All versions' })}
      back={{
        href: hrefTo('protocol'),
        label: i18n._({ id: 'protocol.title', message: 'Protocol' }),
      }}
    >
      <OlderPlans />
      <Show loaded={loaded}>
        {(versions) => (versions.length === 0 ? <NothingYet /> : <Versions versions={versions} />)}
      </Show>
    </Page>
  )
}

function NothingYet(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'protocol.history.empty', message: 'No version yet' })}>
      <p>
        {i18n._({
          id: 'protocol.history.empty.text',
          message:
            'Plans are made with the protocol as it is published for everybody. What this clinic publishes stands here, each with who did it and when, and can be brought back.',
        })}
      </p>
    </Empty>
  )
}

interface VersionsProps {
  readonly versions: readonly Adoption[]
}

function Versions({ versions }: VersionsProps): JSX.Element {
  return (
    <>
      <VersionTable versions={versions} />
      <Compare versions={versions} />
      <AsPublished />
    </>
  )
}

function VersionTable({ versions }: VersionsProps): JSX.Element {
  const { i18n, format, at } = useApp()
  return (
    <Table
      caption={i18n._({ id: 'protocol.history', message: 'All versions' })}
      rows={versions}
      keyOf={({ number }) => String(number)}
      columns={[
        {
          key: 'number',
          head: i18n._({ id: 'protocol.col.version', message: 'Version' }),
          isHead: true,
          cell: ({ number }) => (
            <a href={hrefTo('protocol', 'history', String(number))}>{versionName(i18n, number)}</a>
          ),
        },
        {
          key: 'what',
          head: i18n._({ id: 'protocol.col.what', message: 'What' }),
          cell: (version) => <What version={version} />,
        },
        {
          key: 'when',
          head: i18n._({ id: 'protocol.col.when', message: 'When' }),
          cell: ({ publishedAt }) => format.shortDayTime(parseInstant(publishedAt) ?? 0, at),
        },
        {
          key: 'by',
          head: i18n._({ id: 'protocol.col.by', message: 'By' }),
          cell: ({ by }) => <bdi>{by}</bdi>,
        },
        {
          key: 'apply',
          head: i18n._({ id: 'protocol.col.apply', message: 'For' }),
          cell: ({ apply }) =>
            apply === 'running'
              ? i18n._({ id: 'protocol.for.running', message: 'new and running plans' })
              : i18n._({ id: 'protocol.for.new', message: 'new plans' }),
        },
      ]}
    />
  )
}

function What({ version }: { readonly version: Adoption }): JSX.Element {
  const { i18n } = useApp()
  const { rollbackOf, changes } = version
  return (
    <>
      {rollbackOf === null
        ? i18n._({
            id: 'protocol.history.count',
            message: '{count, plural, =0 {as published} one {# change} other {# changes}}',
            values: { count: countChanges(changes) },
          })
        : i18n._({
            id: 'protocol.history.rollback',
            message: 'brings back version {number}',
            values: { number: rollbackOf },
          })}
    </>
  )
}

function Compare({ versions }: VersionsProps): JSX.Element {
  const { i18n } = useApp()
  const [to = 0, before = 0] = versions.map(({ number }) => number)
  const [pair, setPair] = useState({ from: before, to })
  const options = [...versions.map(({ number }) => number), 0].map((number) => ({
    value: String(number),
    label: versionName(i18n, number),
  }))
  return (
    <Card title={i18n._({ id: 'protocol.compare', message: 'Compare two versions' })}>
      <div class="compare">
        <Select
          label={i18n._({ id: 'protocol.compare.from', message: 'From' })}
          value={String(pair.from)}
          options={options}
          onChange={(from) => setPair({ ...pair, from: Number(from) })}
        />
        <Select
          label={i18n._({ id: 'protocol.compare.to', message: 'To' })}
          value={String(pair.to)}
          options={options}
          onChange={(chosen) => setPair({ ...pair, to: Number(chosen) })}
        />
      </div>
      <VersionDiff versions={versions} from={pair.from} to={pair.to} />
    </Card>
  )
}
