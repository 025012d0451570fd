import { applyPlan, type Session, zoneAt } from '@afterglow/engine'
import type { ComponentChildren, JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type App, AppContext, useApp } from '../../app/app-context.ts'
import { withProtocolTexts } from '../../linked/ledger.ts'
import { EMPTY_RECORD } from '../../store/record.ts'
import { createFormat } from '../../words/format.ts'
import type { Words } from '../../words/load-words.ts'
import { directionOf } from '../../words/locale.ts'
import type { Library } from './library.ts'

interface PatientViewProps {
  readonly session: Session
  readonly library: Library
  /** What the patient reads in, where it is shown as they see it; without them the words of whoever looks. */
  readonly words?: Words
  readonly children: ComponentChildren
}

/**
 * The patient's own components over one patient's session: what `useCare()` gives inside is what the patient's phone has.
 * Nothing that is pressed inside changes anything.
 */
export function PatientView({ session, library, words, children }: PatientViewProps): JSX.Element {
  const app = useApp()
  const { planner, protocols } = library
  const plan = useMemo(() => applyPlan(planner, session), [planner, session])
  const zone = zoneAt(session.zone, session.events, app.at)
  const { locale, digits, i18n, texts } = words ?? app
  const format = useMemo(() => createFormat({ locale, digits, zone }), [locale, digits, zone])
  // As the patient's phone has them: the clinic's own words, and the app's where those say nothing.
  const own = useMemo(() => withProtocolTexts(texts, protocols), [texts, protocols])
  const record = useMemo(() => ({ ...EMPTY_RECORD, session }), [session])
  const inside: App = {
    ...app,
    planner,
    protocols,
    plan,
    zone,
    record,
    locale,
    digits,
    i18n,
    format,
    texts: own,
    direction: directionOf(locale),
  }
  return <AppContext.Provider value={inside}>{children}</AppContext.Provider>
}
