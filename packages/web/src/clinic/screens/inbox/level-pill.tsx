import type { Disposition } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Icon, type IconName } from '../../../components/icon.tsx'
import type { Alert } from '../../api/alerts.ts'
import { levelWord } from './inbox-words.ts'
import './level-pill.css'

const ICONS: Readonly<Record<Disposition, IconName>> = {
  emergency: 'help',
  urgent: 'clock',
  'contact-clinic': 'phone',
  'self-care': 'check',
  expected: 'check',
}

interface LevelPillProps {
  readonly disposition: Disposition
  readonly kind?: Alert['kind']
}

/** How soon somebody has to act: by picture, word and colour. */
export function LevelPill({ disposition, kind = 'check-in' }: LevelPillProps): JSX.Element {
  const { i18n } = useApp()
  const isWritten = kind === 'message' && disposition === 'contact-clinic'
  return (
    <span class={`level level-${disposition}`}>
      <Icon name={isWritten ? 'ask' : ICONS[disposition]} size={16} />
      {levelWord(i18n, disposition, kind)}
    </span>
  )
}
