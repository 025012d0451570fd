import type { Disposition } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Icon } from '../../../../components/icon.tsx'
import { LevelPill } from '../../inbox/level-pill.tsx'
import { notAskedWords } from '../call/call-words.ts'
import type { LeftOpen } from './left-open.ts'

interface KeptLevelProps {
  readonly disposition: Disposition
  readonly open: LeftOpen | null
}

/** How soon somebody has to act on a kept check-in; that answers are missing, where it would calm before they are there. */
export function KeptLevel({ disposition, open }: KeptLevelProps): JSX.Element {
  const { i18n } = useApp()
  if (open === null) return <LevelPill disposition={disposition} />
  return (
    <span class="level level-contact-clinic">
      <Icon name="ask" size={16} />
      {i18n._({ id: 'patient.open.level', message: 'Answers missing' })}
    </span>
  )
}

/** That answers are missing, and which alarms; without those where it is one check-in of a list. */
export function OpenText({
  open,
  isShort = false,
}: {
  readonly open: LeftOpen
  readonly isShort?: boolean
}): JSX.Element {
  const app = useApp()
  const { alarms } = open
  return (
    <>
      <p>{openWords(app.i18n)}</p>
      {alarms === null || isShort ? null : <p>{notAskedWords(app, alarms)}</p>}
    </>
  )
}

export function openWords(i18n: I18n): string {
  return i18n._({ id: 'patient.open.short', message: 'Not everything was asked or answered.' })
}
