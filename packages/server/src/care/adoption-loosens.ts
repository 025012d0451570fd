import { isDeepStrictEqual } from 'node:util'
import type { AdoptionChanges } from './adoption-changes.ts'
import { isNoShorter } from './adoption-length.ts'

/**
 * Whether something may open earlier by `next` than by what a clinic has now: it shortens, leaves out or cuts what was made
 * longer, or says something else of a subject of the clinic's own. One that is left out altogether is nobody's to allow.
 */
export function loosens(
  now: Pick<AdoptionChanges, 'lengthen' | 'subjects'>,
  next: Pick<AdoptionChanges, 'lengthen' | 'shorten' | 'subjects'>,
): boolean {
  if (next.shorten.length > 0) return true
  const isCut = now.lengthen.some(
    ({ subject, until }) =>
      !next.lengthen.some((one) => one.subject === subject && isNoShorter(one.until, until)),
  )
  return isCut || now.subjects.some((one) => saysOtherwise(one, next.subjects))
}

type OwnSubject = AdoptionChanges['subjects'][number]

function saysOtherwise(now: OwnSubject, next: readonly OwnSubject[]): boolean {
  const same = next.find(({ subject }) => subject === now.subject)
  return same !== undefined && !isDeepStrictEqual(same.positions, now.positions)
}
