import { applyPlan, type Session } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { StatusMark } from '../../components/status.tsx'
import { changesBetween, type SubjectChange } from '../../model/changes.ts'
import { shortAnswer } from '../../words/answer-words.ts'

const SHOWN = 12

/** What the last correction changed, subject by subject, with the time before and after. */
export function WhatChanged(): JSX.Element | null {
  const { i18n, planner, plan, at, record } = useCare()
  const { previous } = record
  const changes = useMemo(
    () => (previous ? nearestFirst(changesBetween(applyPlan(planner, previous), plan, at)) : []),
    [planner, previous, plan, at],
  )
  if (!previous) return null
  return (
    <Card
      kind="wash"
      title={i18n._({ id: 'changed.title', message: 'What your correction changed' })}
    >
      <p role="status">
        {i18n._({
          id: 'changed.count',
          message:
            '{count, plural, =0 {Nothing opens earlier or later than before.} one {# answer changed.} other {# answers changed.}}',
          values: { count: changes.length },
        })}
      </p>
      <Rows>
        {changes.slice(0, SHOWN).map((one) => (
          <ChangeRow key={one.subject} change={one} />
        ))}
      </Rows>
      {changes.length > SHOWN ? (
        <p class="quiet">
          <a href={hrefTo('timeline')}>
            {i18n._({
              id: 'changed.others',
              message:
                '{count, plural, one {and # more: see the timeline} other {and # more: see the timeline}}',
              values: { count: changes.length - SHOWN },
            })}
          </a>
        </p>
      ) : null}
      <Confirm previous={previous} />
    </Card>
  )
}

/** What is different now or opens at another time comes before what differs only later on. */
function nearestFirst(changes: readonly SubjectChange[]): readonly SubjectChange[] {
  return changes.toSorted((a, b) => laterOf(a) - laterOf(b) || openingOf(a) - openingOf(b))
}

function laterOf({ was, is }: SubjectChange): number {
  return Number(was.status === is.status && was.opensAt === is.opensAt)
}

function openingOf({ is }: SubjectChange): number {
  return is.opensAt ?? Number.MAX_VALUE
}

function Confirm({ previous }: { readonly previous: Session }): JSX.Element {
  const { i18n, change } = useCare()
  return (
    <div class="cluster">
      <Button onClick={() => change({ previous: null })}>
        {i18n._({ id: 'changed.fine', message: 'That is right' })}
      </Button>
      <Button kind="quiet" onClick={() => change({ session: previous, previous: null })}>
        {i18n._({ id: 'changed.undo', message: 'Put it back' })}
      </Button>
    </div>
  )
}

function ChangeRow({
  change: { subject, was, is },
}: {
  readonly change: SubjectChange
}): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const now = shortAnswer(care, is)
  const before = shortAnswer(care, was)
  return (
    <Row
      href={hrefTo('can-i', subject)}
      mark={<StatusMark status={is.status} />}
      title={<span lang={texts.lang}>{texts.subject(subject)}</span>}
      note={
        now === before
          ? i18n._({ id: 'changed.later', message: '{now}; later on it differs', values: { now } })
          : i18n._({
              id: 'changed.from-to',
              message: '{now} (before: {before})',
              values: { now, before },
            })
      }
    />
  )
}
