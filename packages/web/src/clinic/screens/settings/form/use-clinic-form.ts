import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import type { Answered } from '../../../api/request.ts'
import type { Clinic, ClinicChange } from '../../../api/settings.ts'
import { issueText } from '../../../words/issue-words.ts'
import { differenceOf, isNothing, rebased } from './clinic-change.ts'
import { useSaving } from './use-saving.ts'

/** How one part of the settings is edited: what the clinic has as a draft, and a draft as a change. */
export interface ClinicPart<D extends object> {
  readonly draftOf: (clinic: Clinic) => D
  readonly changeOf: (draft: D) => ClinicChange
  /** What is wrong before it is sent, by the field as the server names it. */
  readonly faultsOf?: (draft: D) => Readonly<Record<string, string>>
}

export interface ClinicForm<D extends object> {
  readonly draft: D
  readonly change: (part: Partial<D>) => void
  /** What is wrong with a field such as `settings.phone`. */
  readonly errorAt: (field: string) => string | undefined
  readonly isBusy: boolean
  readonly isChanged: boolean
  readonly save: () => void
}

interface State<D> {
  readonly base: D
  readonly draft: D
  readonly etag: string | null
}

/** A part of the settings being edited: saved with what it was read as, and to be taken back. */
export function useClinicForm<D extends object>(
  held: Answered<Clinic>,
  part: ClinicPart<D>,
): ClinicForm<D> {
  const { i18n } = useApp()
  const { draftOf, changeOf, faultsOf } = part
  const [state, setState] = useState<State<D>>(() => stateOf(held, draftOf))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const { send, problem, isBusy } = useSaving((now) => setState(stateOf(now, draftOf)))
  const theirs = (now: Answered<Clinic>) => setState((last) => over(last, stateOf(now, draftOf)))
  const { base, draft, etag } = state
  useEffect(() => {
    if (held.etag !== etag) theirs(held)
  }, [held.etag])
  const wanted = differenceOf(changeOf(base), changeOf(draft))
  const save = () => {
    const found = faultsOf?.(draft) ?? {}
    setFaults(found)
    if (Object.keys(found).length > 0) return
    send({ change: wanted, back: differenceOf(changeOf(draft), changeOf(base)), etag, theirs })
  }
  return {
    draft,
    change: (changed) => setState((last) => withDraft(last, changed)),
    errorAt: (field) => faults[field] ?? issueText(i18n, problem, field),
    isBusy,
    isChanged: !isNothing(wanted),
    save,
  }
}

function stateOf<D>({ value, etag }: Answered<Clinic>, draftOf: (clinic: Clinic) => D): State<D> {
  const draft = draftOf(value)
  return { base: draft, draft, etag }
}

function withDraft<D extends object>(last: State<D>, changed: Partial<D>): State<D> {
  return { ...last, draft: { ...last.draft, ...changed } }
}

function over<D extends object>(last: State<D>, now: State<D>): State<D> {
  return { ...now, draft: rebased(last.base, last.draft, now.base) }
}
