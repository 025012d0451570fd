import type { Disposition } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Icon } from '../../../../components/icon.tsx'
import { LevelPill } from '../../inbox/level-pill.tsx'
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

/** Which alarms are open, or how many where it is one check-in of a list. */
export function OpenText({
  open,
  isShort = false,
}: {
  readonly open: LeftOpen
  readonly isShort?: boolean
}): JSX.Element {
  const { i18n, format, texts } = useApp()
  const { alarms } = open
  if (alarms === null || isShort)
    return (
      <p>
        {i18n._({
          id: 'patient.open.short',
          message: 'Not everything was asked or answered.',
        })}
      </p>
    )
  return (
    <p>
      {i18n._({
        id: 'patient.open.alarms',
        message:
          'Not everything was asked or answered. Open: {signs}. Ask these before you say that it is nothing.',
        values: { signs: format.list(alarms.map((sign) => texts.sign(sign))) },
      })}
    </p>
  )
}
