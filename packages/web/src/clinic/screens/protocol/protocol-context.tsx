import type { Protocol } from '@afterglow/engine'
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { AppContext, useApp } from '../../../app/app-context.ts'
import type { Care } from '../../../model/care.ts'
import { withProtocolTexts } from '../../../linked/ledger.ts'
import type { Texts } from '../../../words/texts.ts'
import {
  type AdoptionChanges,
  type AdoptionNow,
  type OwnSubject,
  readAdoptionNow,
  readVersions,
} from '../../api/adoptions.ts'
import { useStaff } from '../../app/console-context.ts'
import { type Library, useClinicLibrary, useLibrary } from '../../app/library.ts'
import { type Loaded, useQuery } from '../../app/query.ts'
import { ownWords } from './change-words.ts'
import { isSame, issuesAfter, NO_CHANGES } from './draft.ts'
import { type Draft, heldDraft, holdDraft, useDraft } from './draft-store.ts'
import { evidenceCare } from './evidence.ts'

/** What every page of the protocol has: what new plans get, what is published for everybody, and the draft. */
export interface ProtocolDesk {
  readonly now: AdoptionNow
  readonly library: Library
  /** The published protocol that a draft changes. */
  readonly published: Protocol
  readonly care: Care
  /** What new plans have of the clinic's own. */
  readonly standing: AdoptionChanges
  readonly draft: Draft | null
  /** The draft's changes; without one, what stands. */
  readonly changes: AdoptionChanges
  readonly change: (next: AdoptionChanges) => void
  /** The same changes as they are when it is asked: for what is taken back later. */
  readonly latest: () => AdoptionChanges
  readonly mayEdit: boolean
  readonly mayShorten: boolean
}

const ProtocolContext = createContext<ProtocolDesk | null>(null)

export function useProtocol(): ProtocolDesk {
  const desk = useContext(ProtocolContext)
  if (!desk) throw new Error('useProtocol outside of <ProtocolDeskProvider>')
  return desk
}

/** What the pages are made of, read from the server. */
export interface ProtocolParts {
  readonly now: AdoptionNow
  readonly library: Library
  readonly published: Library
}

const NOW_MS = 15_000

export function useProtocolParts(): Loaded<ProtocolParts> {
  // Running plans get a version batch by batch: how many are left is asked again.
  const now = useQuery(['adoptions', 'now'], readAdoptionNow, { everyMs: NOW_MS })
  const library = useClinicLibrary()
  const versions = useQuery(['adoptions', 'versions'], readVersions)
  const pins =
    versions.state === 'there' ? versions.value.filter((one) => one.current && !one.own) : []
  const published = useLibrary(pins)
  for (const one of [now, library, versions, published]) if (one.state === 'failed') return one
  if (now.state !== 'there' || library.state !== 'there' || versions.state !== 'there')
    return { state: 'loading' }
  if (published.state !== 'there') return { state: 'loading' }
  const isOld = now.isOld || library.isOld || versions.isOld
  const value = { now: now.value, library: library.value, published: published.value }
  return { state: 'there', value, isOld }
}

interface ProviderProps {
  readonly parts: ProtocolParts
  readonly children: ComponentChildren
}

/** Names of the clinic's own subjects are in its own version of the protocol. */
export function ProtocolDeskProvider({ parts, children }: ProviderProps): JSX.Element | null {
  const app = useApp()
  const { protocols } = parts.library
  const desk = useDesk(parts)
  const own = desk?.changes.subjects
  const texts = useMemo(
    () => withDraftNames(withProtocolTexts(app.texts, protocols), own ?? [], app.locale),
    [app.texts, protocols, app.locale, own],
  )
  if (desk === null) return null
  return (
    <AppContext.Provider value={{ ...app, texts }}>
      <ProtocolContext.Provider value={desk}>{children}</ProtocolContext.Provider>
    </AppContext.Provider>
  )
}

/** A subject that is in the draft only is called as the draft calls it. */
function withDraftNames(texts: Texts, own: readonly OwnSubject[], locale: string): Texts {
  const names = new Map(own.map(({ subject, names: given }) => [subject, ownWords(given, locale)]))
  return { ...texts, subject: (code) => names.get(code) ?? texts.subject(code) }
}

function useDesk({ now, library, published }: ProtocolParts): ProtocolDesk | null {
  const { may } = useStaff()
  const draft = useDraft()
  const standing = now.changes ?? NO_CHANGES
  const care = useMemo(() => {
    const by = now.changes === null ? '' : now.by
    const said = standing.shorten.map((one) => ({ ...one, by }))
    return evidenceCare(library, said)
  }, [library, now])
  const base = baseOf(now, published)
  if (care === null || base === undefined) return null
  return {
    now,
    library,
    published: base,
    care,
    standing,
    draft,
    changes: draft?.changes ?? standing,
    change: (next) => holdChanges(next, now),
    latest: () => heldDraft()?.changes ?? standing,
    mayEdit: may('owner', 'clinician'),
    mayShorten: may('clinician'),
  }
}

/** The protocol of the code that the clinic's changes are of; the first, where it has none. */
function baseOf(now: AdoptionNow, { protocols }: Library): Protocol | undefined {
  const code = now.changes === null ? undefined : now.protocol
  return protocols.find((one) => one.code === code) ?? protocols[0]
}

/** A draft that says what stands already is none. */
function holdChanges(next: AdoptionChanges, now: AdoptionNow): void {
  const standing = now.changes ?? NO_CHANGES
  if (isSame(next, standing)) {
    holdDraft(null)
    return
  }
  const held = heldDraft()
  holdDraft({
    changes: next,
    startedFrom: held?.startedFrom ?? now.number,
    issues: held ? issuesAfter(held.issues, held.changes, next) : [],
  })
}
