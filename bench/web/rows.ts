import { median } from '../measure.ts'
import type { PageName } from './pages.ts'
import type { Round, Visit } from './visits.ts'

export const WORKS = ['page-cold', 'page-repeat'] as const
export type Work = (typeof WORKS)[number]

const RIVALS = ['react-fhir', 'server-rendered'] as const
export type RivalName = (typeof RIVALS)[number]

/** One line of the results. `ours` and `theirs` are milliseconds from the navigation until the plan is visible. */
export interface Row {
  readonly work: Work
  readonly against: RivalName
  /** The median of the rounds' ratios: theirs to ours, so that above 1 we are sooner. */
  readonly ratio: number
  readonly ours: number
  readonly theirs: number
}

export function rowsOf(rounds: readonly Round[]): readonly Row[] {
  return WORKS.flatMap((work) => RIVALS.map((against) => rowOf(rounds, work, against)))
}

/** The median over the rounds of something of each visit to a page. */
export function medianOf(rounds: readonly Round[], read: (round: Round) => number): number {
  return median(rounds.map(read))
}

export function visitsOf(round: Round, work: Work): Readonly<Record<PageName, Visit>> {
  return work === 'page-cold' ? round.cold : round.repeat
}

function rowOf(rounds: readonly Round[], work: Work, against: RivalName): Row {
  const msOf = (round: Round, page: PageName) => visitsOf(round, work)[page].visibleMs
  return {
    work,
    against,
    ratio: medianOf(rounds, (round) => msOf(round, against) / msOf(round, 'ours')),
    ours: medianOf(rounds, (round) => msOf(round, 'ours')),
    theirs: medianOf(rounds, (round) => msOf(round, against)),
  }
}
