import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { StatusPill } from '../../../../components/status.tsx'
import { subjectAnswer } from '../../../../model/subject-answer.ts'
import { whyOf } from '../../../../model/why.ts'
import { Changes } from '../../../../screens/can-i/changes.tsx'
import { Sources } from '../../../../screens/can-i/sources.tsx'
import '../../../../screens/can-i/can-i.css'
import { answerSentence, medicineSentence, noteSentence } from '../../../../words/answer-words.ts'
import { useStaff } from '../../../app/console-context.ts'
import { ChangeSheet, type Changing } from '../change/change-sheet.tsx'

interface SubjectSheetProps {
  /** Null while none is looked at. */
  readonly subject: string | null
  readonly title: string
  readonly onClose: () => void
  /** Looks at another one. */
  readonly onOpen: (subject: string) => void
}

/** One subject whole: its answer, what each source says, what would change it, and the way to change it. */
export function SubjectSheet({ subject, title, onClose, onOpen }: SubjectSheetProps): JSX.Element {
  const [changing, setChanging] = useState<Changing | null>(null)
  const change = (next: Changing) => {
    onClose()
    setChanging(next)
  }
  return (
    <>
      <Sheet title={title} isOpen={subject !== null} onClose={onClose}>
        {subject === null ? null : (
          <SubjectBody subject={subject} onChange={change} onOpen={onOpen} />
        )}
      </Sheet>
      <ChangeSheet changing={changing} onClose={() => setChanging(null)} />
    </>
  )
}

interface SubjectBodyProps {
  readonly subject: string
  readonly onChange: (changing: Changing) => void
  readonly onOpen: (subject: string) => void
}

function SubjectBody({ subject, onChange, onOpen }: SubjectBodyProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const answer = subjectAnswer(care, subject)
  const why = whyOf(answer)
  return (
    <>
      <div class="stack-s">
        <StatusPill status={answer.status} />
        <p>
          <b>{answerSentence(care, answer)}</b>
        </p>
        {answer.note ? <p lang={texts.lang}>{noteSentence(care, answer.note)}</p> : null}
        {why === undefined ? null : <p lang={texts.lang}>{texts.text(`why.${why}`)}</p>}
        {answer.isMedicine ? (
          <p>
            <b>{medicineSentence(i18n)}</b>
          </p>
        ) : null}
      </div>
      <Ways subject={subject} onChange={onChange} />
      <Sources answer={answer} />
      <Changes answer={{ ...answer, unconfirmed: [] }} />
      {answer.narrower.length === 0 ? null : (
        <section class="stack-s">
          <h3>{i18n._({ id: 'patient.subject.narrower', message: 'In particular' })}</h3>
          <ul class="stack-s">
            {answer.narrower.map((one) => (
              <li key={one.subject} class="cluster">
                <StatusPill status={one.status} />
                <button type="button" class="link-button" onClick={() => onOpen(one.subject)}>
                  {texts.subject(one.subject)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Ways({
  subject,
  onChange,
}: Pick<SubjectBodyProps, 'subject' | 'onChange'>): JSX.Element | null {
  const { i18n } = useCare()
  const { may } = useStaff()
  if (!may('owner', 'clinician', 'front-desk')) return null
  return (
    <div class="cluster">
      {may('clinician') ? (
        <>
          <Button onClick={() => onChange({ what: 'clear', subject })}>
            {i18n._({ id: 'patient.subject.clear', message: 'Clear it' })}
          </Button>
          <Button onClick={() => onChange({ what: 'override', subject })}>
            {i18n._({ id: 'patient.subject.override', message: 'Change the time' })}
          </Button>
        </>
      ) : null}
      <Button kind="quiet" onClick={() => onChange({ what: 'done', subject })}>
        {i18n._({ id: 'patient.done', message: 'They did it already' })}
      </Button>
      <Button kind="quiet" onClick={() => onChange({ what: 'advice', subject })}>
        {i18n._({ id: 'patient.advice', message: 'Their own doctor said to wait' })}
      </Button>
    </div>
  )
}
