import { unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Sheet } from '../../../../components/sheet.tsx'
import { AdviceForm } from './advice-form.tsx'
import { ClearForm } from './clear-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { DoneForm } from './done-form.tsx'
import { FactsForm } from './facts-form.tsx'
import { MovedForm } from './moved-form.tsx'
import { OverrideForm } from './override-form.tsx'
import { PlannedForm } from './planned-form.tsx'
import './change.css'

/** What is being said of a patient's plan, of which subject where one was chosen. */
export interface Changing {
  readonly what: What
  readonly subject?: string
}

type What = 'clear' | 'override' | 'advice' | 'done' | 'moved' | 'correct' | 'planned' | 'facts'

interface ChangeSheetProps {
  /** Null while nothing is being said. */
  readonly changing: Changing | null
  readonly onClose: () => void
}

/** The form for it, in a dialog. */
export function ChangeSheet({ changing, onClose }: ChangeSheetProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Sheet
      title={changing ? changeTitle(i18n, changing.what) : ''}
      isOpen={changing !== null}
      onClose={onClose}
    >
      {changing ? <ChangeForm changing={changing} onDone={onClose} /> : null}
    </Sheet>
  )
}

/** What a form is given. */
export interface FormProps {
  /** Chosen before the form was opened. */
  readonly subject?: string
  readonly onDone: () => void
}

function ChangeForm({
  changing: { what, subject },
  onDone,
}: {
  readonly changing: Changing
  readonly onDone: () => void
}): JSX.Element {
  const about = { onDone, ...(subject !== undefined && { subject }) }
  switch (what) {
    case 'clear':
      return <ClearForm {...about} />
    case 'override':
      return <OverrideForm {...about} />
    case 'advice':
      return <AdviceForm {...about} />
    case 'done':
      return <DoneForm {...about} />
    case 'moved':
      return <MovedForm onDone={onDone} />
    case 'correct':
      return <CorrectForm onDone={onDone} />
    case 'planned':
      return <PlannedForm onDone={onDone} />
    case 'facts':
      return <FactsForm onDone={onDone} />
    default:
      return unreachable(what)
  }
}

export function changeTitle(i18n: I18n, what: What): string {
  switch (what) {
    case 'clear':
      return i18n._({ id: 'patient.clear', message: 'Clear a subject' })
    case 'override':
      return i18n._({ id: 'patient.override', message: 'Change a time' })
    case 'advice':
      return i18n._({ id: 'patient.advice', message: 'Their own doctor said to wait' })
    case 'done':
      return i18n._({ id: 'patient.done', message: 'They did it already' })
    case 'moved':
      return i18n._({ id: 'patient.moved', message: 'They are in another time zone' })
    case 'correct':
      return i18n._({ id: 'patient.correct.title', message: 'Correct when a session ended' })
    case 'planned':
      return i18n._({ id: 'patient.planned', message: 'Plan the next session' })
    case 'facts':
      return i18n._({ id: 'patient.facts', message: 'About the person' })
    default:
      return unreachable(what)
  }
}
