import type { Protocol } from '@afterglow/engine'
import type { PlanEffect } from '../../api/adoptions.ts'
import { chainOf } from './floor.ts'
import { isSame } from './draft.ts'

type SubjectEffect = PlanEffect['subjects'][number]

/** Subjects of one plan that change alike, the broadest first. */
export interface EffectGroup extends Pick<SubjectEffect, 'before' | 'after'> {
  readonly subjects: readonly string[]
}

export function effectGroups(
  subjects: PlanEffect['subjects'],
  protocol: Pick<Protocol, 'subjects'>,
): readonly EffectGroup[] {
  const groups: {
    before: SubjectEffect['before']
    after: SubjectEffect['after']
    all: string[]
  }[] = []
  for (const { subject, before, after } of subjects) {
    const known = groups.find((one) => isSame(one.before, before) && isSame(one.after, after))
    if (known) known.all.push(subject)
    else groups.push({ before, after, all: [subject] })
  }
  const depth = (code: string) => chainOf(code, protocol.subjects).length
  return groups.map(({ before, after, all }) => ({
    before,
    after,
    subjects: all.toSorted((a, b) => depth(a) - depth(b)),
  }))
}
