import type { JSX, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { isSeen } from '../../../../linked/accent.ts'
import type { Clinic } from '../../../api/settings.ts'
import type { LookDraft } from './look-part.tsx'

interface LookPreviewProps {
  readonly draft: LookDraft
  readonly clinic: Clinic
}

/** The head of the sheet and of the app as they will be, while they are being changed. */
export function LookPreview({ draft, clinic }: LookPreviewProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'settings.preview', message: 'How it will look' })}</h2>
      <div class="look-previews">
        <figure class="look-figure">
          <SheetHead draft={draft} clinic={clinic} />
          <figcaption class="small">
            {i18n._({ id: 'settings.preview.sheet', message: 'The head of the printed sheet' })}
          </figcaption>
        </figure>
        <figure class="look-figure">
          <AppHead draft={draft} clinic={clinic} />
          <figcaption class="small">
            {i18n._({ id: 'settings.preview.app', message: 'In the patient’s app' })}
          </figcaption>
        </figure>
      </div>
    </section>
  )
}

/** The colour where it can be seen, as the app does it. */
function useAccent(accent: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { style } = element.current ?? {}
    style?.setProperty('--clinic-accent', isSeen(accent) ? accent : null)
  }, [accent])
  return element
}

/** Paper is white, whatever the screen is. */
function SheetHead({ draft, clinic: { name, settings } }: LookPreviewProps): JSX.Element {
  const { i18n } = useApp()
  const { logo, sheetNote } = draft
  const sheet = useAccent(draft.accent)
  return (
    <div class="look-sheet" ref={sheet}>
      <div class="look-sheet-head">
        {logo === null ? null : <img class="look-logo" src={logo} alt="" />}
        <div>
          <p class="look-name">
            <bdi>{name}</bdi>
          </p>
          <p class="look-line">
            <bdi dir="ltr">{settings.phone}</bdi>
          </p>
          <p class="look-line">{settings.openingHours}</p>
        </div>
      </div>
      <p class="look-title">{i18n._({ id: 'sheet.title', message: 'After your session' })}</p>
      {sheetNote.trim() === '' ? null : (
        <p class="look-line" dir="auto">
          {sheetNote}
        </p>
      )}
    </div>
  )
}

function AppHead({ draft, clinic: { name, settings } }: LookPreviewProps): JSX.Element {
  const { i18n } = useApp()
  const head = useAccent(draft.accent)
  return (
    <div class="look-app" ref={head}>
      <p class="look-app-name">
        {draft.logo === null ? null : <img class="look-app-logo" src={draft.logo} alt="" />}
        <span>
          <bdi>{name}</bdi>
        </span>
      </p>
      <p class="look-title">{i18n._({ id: 'console.today', message: 'Today' })}</p>
      {settings.phone === null ? null : (
        <p class="quiet">
          {i18n._({ id: 'call.call', message: 'Call' })} <bdi dir="ltr">{settings.phone}</bdi>
        </p>
      )}
    </div>
  )
}
