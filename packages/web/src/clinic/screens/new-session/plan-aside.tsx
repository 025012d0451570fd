import type { ComponentChildren, JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import type { Library } from '../../app/library.ts'
import { PatientView } from '../../app/patient-view.tsx'
import { DifferenceList } from './difference-list.tsx'
import { differences } from './differences.ts'
import { type Draft, type Place, sessionWith } from './draft.ts'
import { Flags, PlanPanel } from './plan-panel.tsx'
import { useIsNarrow } from './use-is-narrow.ts'
import type { Known } from './known.ts'

interface Drafting {
  readonly known: Known
  readonly first: Draft
  readonly draft: Draft
  readonly place: Place
  readonly library: Library
}

/** The plan beside the form, anew at every key. */
export function PlanAside(props: Drafting): JSX.Element {
  const { i18n } = useApp()
  const { known, first, draft } = props
  const isNarrow = useIsNarrow()
  const changed = useMemo(() => differences(first, draft), [first, draft])
  const none = (
    <p>
      {i18n._({
        id: 'new-session.plan.no-end',
        message: 'There is no plan until the end can be read.',
      })}
    </p>
  )
  return (
    <PlanFrame>
      {known.last === null ? null : <DifferenceList differences={changed} />}
      <OverDraft {...props} none={none}>
        {isNarrow ? null : <Flags />}
        <PlanPanel />
      </OverDraft>
    </PlanFrame>
  )
}

/** What to see before it is recorded; on a phone it stands before the button and not after it. */
export function FlagsBefore(props: Drafting): JSX.Element | null {
  return useIsNarrow() ? (
    <OverDraft {...props} none={null}>
      <Flags />
    </OverDraft>
  ) : null
}

interface OverDraftProps extends Drafting {
  /** Instead, while the end cannot be read. */
  readonly none: JSX.Element | null
  readonly children: ComponentChildren
}

/** The patient's components over the session of the form. */
function OverDraft(props: OverDraftProps): JSX.Element | null {
  const { known, draft, place, library, none, children } = props
  const session = useMemo(() => sessionWith(draft, place, known), [draft, place, known])
  if (session === null) return none
  return (
    <PatientView session={session} library={library}>
      {children}
    </PatientView>
  )
}

/** A frame of its own to scroll in, so that the form stays where it is. */
export function PlanFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { i18n } = useApp()
  const title = i18n._({ id: 'new-session.plan', message: 'The plan' })
  return (
    // Whoever has no pointer scrolls it with the keys.
    <section class="plan-frame" tabIndex={0} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
