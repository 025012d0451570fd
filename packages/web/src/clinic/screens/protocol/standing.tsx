import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { applyToRunning } from '../../api/adoptions.ts'
import { useConsole } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import { changeLines, countChanges } from './draft.ts'
import { useProtocol } from './protocol-context.tsx'
import { versionName } from './protocol-words.ts'

/** What new plans get, which plans have something older, and the draft. */
export function Standing(): JSX.Element {
  const { mayEdit, draft } = useProtocol()
  return (
    <>
      {mayEdit ? <DraftCard /> : null}
      <NewPlans />
      <OlderPlans />
      {mayEdit || draft ? null : <ReadOnly />}
    </>
  )
}

function NewPlans(): JSX.Element {
  const { i18n } = useApp()
  const { now, library } = useProtocol()
  return (
    <Card title={i18n._({ id: 'protocol.now', message: 'What new plans get' })}>
      <div>
        <p>
          <b>{versionName(i18n, now.number)}</b>
        </p>
        <PublishedBy />
      </div>
      <ul class="small">
        {library.pins.map(({ code, version }) => (
          <li key={code} dir="ltr">
            {code} {version}
          </li>
        ))}
      </ul>
      <p>
        <a class="aside-link" href={hrefTo('protocol', 'history')}>
          {i18n._({ id: 'protocol.history', message: 'All versions' })}
        </a>
      </p>
    </Card>
  )
}

function PublishedBy(): JSX.Element {
  const { i18n, format, at } = useApp()
  const { now, standing } = useProtocol()
  const publishedAt = now.changes === null ? undefined : parseInstant(now.publishedAt)
  return (
    <p class="quiet">
      {now.changes === null || publishedAt === undefined
        ? i18n._({
            id: 'protocol.now.none',
            message: 'This clinic has published no changes of its own.',
          })
        : i18n._({
            id: 'protocol.now.by',
            message: '{count, plural, one {# change} other {# changes}}, published by {by}, {when}',
            values: {
              count: countChanges(standing),
              by: now.by,
              when: format.shortDayTime(publishedAt, at),
            },
          })}
    </p>
  )
}

function DraftCard(): JSX.Element {
  const { i18n } = useApp()
  const { draft, standing } = useProtocol()
  const count = draft === null ? 0 : changeLines(standing, draft.changes).length
  return (
    <Card
      title={i18n._({ id: 'protocol.draft', message: 'Your draft' })}
      kind={draft === null ? 'plain' : 'wash'}
    >
      <p>
        {draft === null
          ? i18n._({
              id: 'protocol.draft.none',
              message:
                'Open a subject to wait longer or less here. Nothing changes for anybody before you publish.',
            })
          : i18n._({
              id: 'protocol.draft.count',
              message:
                '{count, plural, one {# change is} other {# changes are}} not published. They are kept until you close this page.',
              values: { count },
            })}
      </p>
      <Button href={hrefTo('protocol', 'draft')} kind={draft === null ? 'plain' : 'main'}>
        {draft === null
          ? i18n._({ id: 'protocol.draft.begin', message: 'Begin a draft' })
          : i18n._({ id: 'protocol.draft.open', message: 'Open the draft' })}
      </Button>
    </Card>
  )
}

function ReadOnly(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="quiet">
      {i18n._({
        id: 'protocol.read-only',
        message: 'An owner or a clinician can change what this clinic says.',
      })}
    </p>
  )
}

/** Running plans keep the version they were given until somebody gives them this one. */
export function OlderPlans(): JSX.Element | null {
  const { i18n } = useApp()
  const { now, mayEdit } = useProtocol()
  const [isBusy, apply] = useApply(now.number)
  if (now.older === 0 || now.number === 0) return null
  return (
    <Card title={i18n._({ id: 'protocol.older', message: 'Older plans' })}>
      <p>
        {i18n._({
          id: 'protocol.older.count',
          message:
            '{count, plural, one {# running plan still has} other {# running plans still have}} an older version.',
          values: { count: now.older },
        })}
      </p>
      {mayEdit ? (
        <Button disabled={isBusy} onClick={apply}>
          {i18n._({
            id: 'protocol.older.apply',
            message: 'Give them version {number}',
            values: { number: now.number },
          })}
        </Button>
      ) : null}
    </Card>
  )
}

function useApply(number: number): readonly [isBusy: boolean, apply: () => void] {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const [isBusy, setBusy] = useState(false)
  const apply = async () => {
    setBusy(true)
    const reply = await applyToRunning(number)
    setBusy(false)
    if (!reply.ok) {
      sayProblem(reply.problem)
      return
    }
    say(
      i18n._({
        id: 'protocol.older.done',
        message:
          '{repinned, plural, one {# plan has} other {# plans have}} version {number} now. {changed, plural, =0 {None of them answers anything differently.} one {# of them answers something differently.} other {# of them answer something differently.}}',
        values: { ...reply.value, number },
      }),
    )
    await readAgain('adoptions')
  }
  return [isBusy, () => void apply()]
}
