import type { ComponentChildren, JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import type { Library } from '../../app/library.ts'
import { PatientView } from '../../app/patient-view.tsx'
import { DifferenceList } from './difference-list.tsx'
import { differences } from './differences.ts'
import { type Draft, type Place, sessionWith } from './draft.ts'
import { PlanPanel } from './plan-panel.tsx'
import type { Known } from './known.ts'

interface PlanAsideProps {
  readonly known: Known
  readonly first: Draft
  readonly draft: Draft
  readonly place: Place
  readonly library: Library
}

/** The plan beside the form, anew at every key. */
export function PlanAside({ known, first, draft, place, library }: PlanAsideProps): JSX.Element {
  const { i18n } = useApp()
  const session = useMemo(() => sessionWith(draft, place, known), [draft, place, known])
  const changed = useMemo(() => differences(first, draft), [first, draft])
  return (
    <PlanFrame>
      {known.last === null ? null : <DifferenceList differences={changed} />}
      {session === null ? (
        <p>
          {i18n._({
            id: 'new-session.plan.no-end',
            message: 'There is no plan until the end can be read.',
          })}
        </p>
      ) : (
        <PatientView session={session} library={library}>
          <PlanPanel />
        </PatientView>
      )}
    </PlanFrame>
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
