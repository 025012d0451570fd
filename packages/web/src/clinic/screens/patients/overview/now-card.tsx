import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import { Card } from '../../../../components/card.tsx'
import { courseNow } from '../../../../model/course.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { type AnsweredCheckIn, readCheckInsOf } from '../../../api/check-ins.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { againstOf } from '../../inbox/against.ts'
import { againstWords } from '../../inbox/against-words.ts'
import { agoWords, toldWords } from '../../inbox/inbox-words.ts'
import { strongest, urgentFirst } from '../../inbox/told-signs.ts'
import { CallButton } from '../call/call-button.tsx'
import { usePatient } from '../page/patient-context.ts'
import { KeptLevel, OpenText } from './kept-level.tsx'
import { leftOpenOf } from './left-open.ts'

/** What was reported last, beside what is expected by now. */
export function NowCard(): JSX.Element {
  const { i18n } = useCare()
  return (
    <Card title={i18n._({ id: 'patient.now', message: 'How it goes' })}>
      <LastCheckIn />
      <Expected />
      <CallButton />
    </Card>
  )
}

function LastCheckIn(): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { patientId } = usePatient().patient
  const told = useQuery(['patients', patientId, 'check-ins'], () => readCheckInsOf(patientId))
  const last = told.state === 'there' ? told.value.toSorted(byTime).at(-1) : undefined
  if (told.state === 'failed') return <Show loaded={told}>{() => null}</Show>
  if (last === undefined)
    return (
      <p class="quiet">
        {told.state === 'there'
          ? i18n._({ id: 'patient.now.none', message: 'No check-in yet.' })
          : null}
      </p>
    )
  return <Told last={last} />
}

/** One check-in, what is open in it, and how it stands beside what is expected. */
function Told({ last }: { readonly last: AnsweredCheckIn }): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { disposition } = last.answer
  const open = leftOpenOf(care, last)
  return (
    <div class="stack-s">
      <p class="cluster">
        <KeptLevel disposition={disposition} open={open} />
        <span class="quiet">
          {i18n._({
            id: 'patient.now.ago',
            message: 'Checked in {length} ago',
            values: { length: agoWords(care, last.at) },
          })}
        </span>
      </p>
      <Signs last={last} isOpen={open !== null} />
      {open === null ? <Against last={last} /> : <OpenText open={open} />}
    </div>
  )
}

interface SignsProps {
  readonly last: AnsweredCheckIn
  readonly isOpen: boolean
}

/** That there are none is not said of a check-in in which not everything was answered. */
function Signs({ last, isOpen }: SignsProps): JSX.Element | null {
  const care = useCare()
  const { at, data, answer } = last
  const { signs, notes = null } = data
  if (isOpen && notes === null && strongest(signs).length === 0) return null
  const told = { at, signs: urgentFirst(signs, answer.reasons), notes }
  return (
    <p>
      <bdi>{toldWords(care, told)}</bdi>
    </p>
  )
}

function Against({ last }: Pick<SignsProps, 'last'>): JSX.Element | null {
  const care = useCare()
  const { reasons } = last.answer
  const against = againstWords(care, againstOf(care.planner, { reasons, procedure: null }))
  return against === '' ? null : <p class="quiet">{against}</p>
}

function byTime(a: { readonly at: string }, b: { readonly at: string }): number {
  return Date.parse(a.at) - Date.parse(b.at)
}

/** The signs whose time it is, and how long they may last. */
function Expected(): JSX.Element | null {
  const care = useCare()
  const { i18n, texts, format } = care
  const signs = courseNow(care).filter(({ phase }) => phase !== 'over')
  if (signs.length === 0)
    return (
      <p class="quiet">
        {i18n._({
          id: 'patient.now.over',
          message: 'No sign is usual any more: any that is still there is for you to look at.',
        })}
      </p>
    )
  const names = (phase: 'usual' | 'fading') =>
    signs.filter((one) => one.phase === phase).map(({ sign }) => lowerFirst(texts.sign(sign)))
  const [usual, fading] = [names('usual'), names('fading')]
  return (
    <dl class="facts">
      {usual.length === 0 ? null : (
        <div>
          <dt>{i18n._({ id: 'patient.now.usual', message: 'Usual now' })}</dt>
          <dd>{format.list(usual)}</dd>
        </div>
      )}
      {fading.length === 0 ? null : (
        <div>
          <dt>{i18n._({ id: 'patient.now.fading', message: 'May still be there' })}</dt>
          <dd>{format.list(fading)}</dd>
        </div>
      )}
    </dl>
  )
}
