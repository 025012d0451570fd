import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { statusWord } from '../../../words/status-words.ts'
import { lowerFirst } from '../../../words/texts.ts'
import type { PlanEffect, Preview } from '../../api/adoptions.ts'
import { readPatientName } from '../../api/patients.ts'
import { useQuery } from '../../app/query.ts'
import { type EffectGroup, effectGroups } from './effect-groups.ts'
import { useProtocol } from './protocol-context.tsx'

interface PlanEffectsProps {
  readonly plans: NonNullable<Preview['plans']>
}

const FIRST_SHOWN = 10

/** Each running plan that would answer something differently: whose it is, on what, and from when to when. */
export function PlanEffects({ plans }: PlanEffectsProps): JSX.Element | null {
  const { i18n } = useApp()
  const [isAll, setAll] = useState(false)
  const { first, changed } = plans
  if (first.length === 0) return null
  const shown = isAll ? first : first.slice(0, FIRST_SHOWN)
  return (
    <Card title={i18n._({ id: 'protocol.effects', message: 'Plan by plan' })}>
      <ul class="rows">
        {shown.map((plan) => (
          <Effect key={plan.patientId} plan={plan} />
        ))}
      </ul>
      {shown.length === first.length ? null : (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {i18n._({
            id: 'protocol.effects.all',
            message: 'Show {count, number}',
            values: { count: first.length },
          })}
        </Button>
      )}
      {changed > first.length ? (
        <p class="quiet">
          {i18n._({
            id: 'protocol.effects.more',
            message: 'And {count, plural, one {# more plan} other {# more plans}}.',
            values: { count: changed - first.length },
          })}
        </p>
      ) : null}
    </Card>
  )
}

function Effect({ plan }: { readonly plan: PlanEffect }): JSX.Element {
  const { i18n } = useApp()
  const { published } = useProtocol()
  const { patientId, subjects } = plan
  const name = useQuery(['patients', patientId, 'name'], () => readPatientName(patientId))
  return (
    <li class="row-item effect">
      <a class="effect-name" href={hrefTo('patients', patientId)}>
        {name.state === 'there'
          ? name.value
          : i18n._({ id: 'protocol.effects.patient', message: 'This patient' })}
      </a>
      <ul class="effect-lines">
        {effectGroups(subjects, published).map((group) => (
          <EffectLine key={group.subjects.join(' ')} group={group} />
        ))}
      </ul>
    </li>
  )
}

function EffectLine({ group }: { readonly group: EffectGroup }): JSX.Element {
  const { i18n, texts, format } = useApp()
  const [first = '', ...others] = group.subjects
  const [from, to] = [useAnswerWords(group.before), useAnswerWords(group.after)]
  return (
    <li>
      <b>{texts.subject(first)}</b>{' '}
      {others.length === 0 ? null : (
        <span class="quiet">
          {i18n._({
            id: 'protocol.effects.with',
            message: 'and {others}',
            values: {
              others: format.list(others.map((one) => lowerFirst(texts.subject(one)))),
            },
          })}
        </span>
      )}
      <p class="quiet">
        {from === to
          ? i18n._({
              id: 'protocol.effects.later',
              message: 'Now “{from}” as before. What follows changes.',
              values: { from },
            })
          : i18n._({
              id: 'protocol.effects.change',
              message: 'From “{from}” to “{to}”',
              values: { from, to },
            })}
      </p>
    </li>
  )
}

/** `not yet, opens Thu 3 Dec, 04:39` */
function useAnswerWords(answer: EffectGroup['before']): string {
  const { i18n, format, at } = useApp()
  if (answer === null)
    return i18n._({ id: 'protocol.effects.unknown', message: 'nothing is known of it' })
  const opensAt = answer.opensAt === null ? undefined : parseInstant(answer.opensAt)
  const word = lowerFirst(statusWord(i18n, answer.status))
  if (opensAt === undefined || opensAt <= at) return word
  const values = { word, when: format.shortDayTime(opensAt, at) }
  return answer.status === 'unknown'
    ? i18n._({ id: 'protocol.effects.coming', message: 'opens {when}', values })
    : i18n._({ id: 'protocol.effects.opens', message: '{word}, opens {when}', values })
}
