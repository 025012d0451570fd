import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { type Adoption, readAdoptions } from '../../api/adoptions.ts'
import { NotFound } from '../../app/console-screens.tsx'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { ChangeList } from './change-list.tsx'
import { changeLines, NO_CHANGES } from './draft.ts'
import { useProtocol } from './protocol-context.tsx'
import { versionName } from './protocol-words.ts'
import { RollBack } from './roll-back.tsx'
import { VersionDiff } from './version-diff.tsx'

/** One version: all that it holds of the clinic's own, what it changed, and the way back to it. */
export function VersionPage({ number }: { readonly number: number }): JSX.Element {
  const { i18n } = useApp()
  const loaded = useQuery(['adoptions', 'list'], readAdoptions)
  const back = {
    href: hrefTo('protocol', 'history'),
    label: i18n._({ id: 'protocol.history', message: 'All versions' }),
  }
  const title = versionName(i18n, number)
  if (loaded.state !== 'there')
    return (
      <Page title={title} back={back}>
        <Show loaded={loaded}>{() => null}</Show>
      </Page>
    )
  const version = loaded.value.find((one) => one.number === number)
  return version === undefined ? (
    <NotFound />
  ) : (
    <OneVersion version={version} versions={loaded.value} back={back} />
  )
}

interface OneVersionProps {
  readonly version: Adoption
  readonly versions: readonly Adoption[]
  readonly back: { readonly href: string; readonly label: string }
}

function OneVersion({ version, versions, back }: OneVersionProps): JSX.Element {
  const { i18n, format, at } = useApp()
  const { now, mayEdit } = useProtocol()
  const { number, by, publishedAt, changes } = version
  const isNow = number === now.number
  const before = versions.find((one) => one.number < number)?.number ?? 0
  return (
    <Page
      title={versionName(i18n, number)}
      lead={i18n._({
        id: 'protocol.version.by',
        message: 'Published by {by}, {when}',
        values: { by, when: format.shortDayTime(parseInstant(publishedAt) ?? 0, at) },
      })}
      back={back}
      aside={isNow || !mayEdit ? null : <RollBack version={version} />}
    >
      {isNow ? (
        <p>{i18n._({ id: 'protocol.version.now', message: 'New plans get this version.' })}</p>
      ) : null}
      <Card title={i18n._({ id: 'protocol.version.changed', message: 'What it changed' })}>
        <VersionDiff versions={versions} from={before} to={number} />
      </Card>
      <Card title={i18n._({ id: 'protocol.version.holds', message: 'Everything it holds' })}>
        <ChangeList lines={changeLines(NO_CHANGES, changes)} isHeld />
      </Card>
    </Page>
  )
}
