import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { StatusPill } from '../../../../components/status.tsx'
import { lowerFirst } from '../../../../words/texts.ts'
import { tellClearance } from '../../../api/events.ts'
import { useStaff } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import type { FormProps } from './change-sheet.tsx'
import { type Cleared, clearedBy } from './effect.ts'
import { EffectList } from './effect-list.tsx'
import { FormEnd } from './form-end.tsx'
import { SubjectSelect } from './subject-select.tsx'
import { useSaying } from './use-saying.ts'

/** Clears a subject: what would open, and what would not, stands there before it is given. */
export function ClearForm({ subject: chosen = '', onDone }: FormProps): JSX.Element {
  const care = useCare()
  const { i18n, texts, plan, at } = care
  const { name } = useStaff()
  const { telling, tell } = useSaying(onDone)
  const [subject, setSubject] = useState(chosen)
  const cleared = useMemo(
    () => (subject === '' ? null : clearedBy(care, subject, name)),
    [plan, at, subject],
  )
  const submit = () =>
    tell((patientId, key, planHash) => tellClearance(patientId, subject, { key, planHash }), {
      text: i18n._({
        id: 'patient.clear.said',
        message: 'Cleared: {subject}.',
        values: { subject: lowerFirst(texts.subject(subject)) },
      }),
    })
  return (
    <Form onSubmit={() => void submit()}>
      <p class="quiet">
        {i18n._({
          id: 'patient.clear.lead',
          message:
            'It opens what waits for a clinician or for signs. No time runs out sooner: for that, change a time.',
        })}
      </p>
      <SubjectSelect subject={subject} onChange={setSubject} />
      {cleared === null ? null : <ClearedText subject={subject} cleared={cleared} />}
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.clear.do', message: 'Clear it' })}
        isReady={subject !== ''}
        onDone={onDone}
      />
    </Form>
  )
}

interface ClearedTextProps {
  readonly subject: string
  readonly cleared: Cleared
}

/** `Retinol: cleared from Sun 6 Dec, 10:45`, what it changes, and what stays shut all the same. */
function ClearedText({ subject, cleared }: ClearedTextProps): JSX.Element {
  const { i18n, texts, format, at } = useCare()
  const { from, isWithCare, shut, effect } = cleared
  const values = {
    subject: texts.subject(subject),
    when: typeof from === 'number' ? format.shortDayTime(from, at) : '',
  }
  return (
    <>
      <p class="effect-lead" role="status">
        {from === 'now' ? (
          i18n._({ id: 'patient.clear.now', message: '{subject}: cleared from now', values })
        ) : from === null ? (
          <>
            <StatusPill status="ask-clinic" />{' '}
            {i18n._({
              id: 'patient.clear.never',
              message: '{subject}: this alone does not open it',
              values,
            })}
          </>
        ) : (
          i18n._({ id: 'patient.clear.from', message: '{subject}: cleared from {when}', values })
        )}
        {isWithCare ? (
          <>
            {' '}
            <StatusPill status="caution" />
          </>
        ) : null}
      </p>
      <EffectList changes={effect.changes} />
      {shut.length === 0 ? null : <StaysShut shut={shut} />}
    </>
  )
}

function StaysShut({ shut }: Pick<Cleared, 'shut'>): JSX.Element {
  const { i18n, texts, format, at } = useCare()
  return (
    <details class="more">
      <summary>
        {i18n._({
          id: 'patient.clear.shut',
          message:
            '{count, plural, one {# narrower one stays shut for longer} other {# narrower ones stay shut for longer}}',
          values: { count: shut.length },
        })}
      </summary>
      <ul class="stack-s">
        {shut.map(({ subject, opensAt }) => (
          <li key={subject}>
            <span lang={texts.lang}>{texts.subject(subject)}</span>
            {opensAt === null ? null : ` · ${format.shortDayTime(opensAt, at)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
