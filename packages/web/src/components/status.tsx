import type { Status } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import { statusWord } from '../words/status-words.ts'
import './status.css'

interface StatusProps {
  readonly status: Status
}

/** A status by its mark: every one has a shape of its own. The word beside it is for the caller to write. */
export function StatusMark({ status }: StatusProps): JSX.Element {
  return (
    <span class={`mark mark-${status}`} aria-hidden="true">
      <svg viewBox="0 0 24 24" width="24" height="24">
        {SHAPES[status]}
      </svg>
    </span>
  )
}

/** A status by mark, word and colour. */
export function StatusPill({ status }: StatusProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <span class={`pill pill-${status}`}>
      <StatusMark status={status} />
      {statusWord(i18n, status)}
    </span>
  )
}

const QUESTION = (
  <>
    <rect class="mark-area" x="3" y="3" width="18" height="18" rx="5" />
    <path class="mark-line" d="M9.3 9.4a2.8 2.8 0 1 1 4.3 2.3c-1 .7-1.6 1.2-1.6 2.3" />
    <circle class="mark-dot" cx="12" cy="17.2" r="1.2" />
  </>
)

const CHECK = (
  <>
    <circle class="mark-ring" cx="12" cy="12" r="9" />
    <path class="mark-line" d="m8 12.4 2.8 2.7L16 9.5" />
  </>
)

const SHAPES: Readonly<Record<Status, JSX.Element>> = {
  avoid: (
    <>
      <circle class="mark-area" cx="12" cy="12" r="10" />
      <path class="mark-line" d="M7.5 12h9" />
    </>
  ),
  'ask-clinic': QUESTION,
  unknown: QUESTION,
  caution: (
    <>
      <path class="mark-area" d="M12 2.6 22.2 20.4H1.8Z" />
      <path class="mark-line" d="M12 9.2v5" />
      <circle class="mark-dot" cx="12" cy="17.2" r="1.2" />
    </>
  ),
  allowed: CHECK,
  recommended: (
    <>
      <circle class="mark-area" cx="12" cy="12" r="10" />
      <path class="mark-line" d="m7.8 12.4 2.9 2.8 5.5-5.8" />
    </>
  ),
}
