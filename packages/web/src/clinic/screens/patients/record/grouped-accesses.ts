import type { Access } from '../../../api/records.ts'

/** What one person did in one minute, looking and changing apart: opening a page reads a dozen things. */
export interface AccessGroup {
  readonly at: string
  readonly by: string
  readonly name: string | null
  readonly isChange: boolean
  readonly outcome: string
  /** The exact actions, each once, in the order given. */
  readonly actions: readonly string[]
}

const LOOKS = /\.(?:read|list|view|view-small|ask|export|export-page|list-patient)$/
/** `2026-11-30T04:38` is so long. */
const MINUTE = 16

/** Accesses that follow each other, by person, minute and outcome. */
export function groupedAccesses(accesses: readonly Access[]): readonly AccessGroup[] {
  const groups = new Map<string, AccessGroup>()
  for (const { at, by, name, action, outcome } of accesses) {
    const isChange = !LOOKS.test(action)
    const key = JSON.stringify([at.slice(0, MINUTE), by, name, isChange, outcome])
    const known = groups.get(key)
    const actions = known?.actions ?? []
    groups.set(key, {
      at: known?.at ?? at,
      by,
      name,
      isChange,
      outcome,
      actions: actions.includes(action) ? actions : [...actions, action],
    })
  }
  return [...groups.values()]
}
