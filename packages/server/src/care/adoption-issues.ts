import { errorAt, type Issue, type Protocol } from '@afterglow/engine'
import type { AdoptionChanges } from './adoption-changes.ts'
import { isNoShorter, shortestOf } from './adoption-length.ts'
import { nameIssues } from './adoption-names.ts'
import { commonExceptions, floorsOf, hearersOf, leastEndsOf } from './adoption-tree.ts'

/** The tree with the clinic's own subjects in it, saying nothing yet. */
export function withOwnSubjects(base: Protocol, { subjects }: AdoptionChanges): Protocol {
  const own = subjects.map(({ subject, broader }) => ({
    subject,
    ...(broader !== undefined && { broader }),
    positions: [],
  }))
  return { ...base, subjects: [...base.subjects, ...own] }
}

/** What is wrong with the changes to a protocol before it is made: each issue names the field of the change. */
export function changeIssues(
  base: Protocol,
  changes: AdoptionChanges,
  clinicSource: string,
): readonly Issue[] {
  return [
    ...lengthenIssues(base, changes),
    ...changes.shorten.flatMap((_, k) => shortenIssues(base, changes, k)),
    ...ownSubjectIssues(base, changes),
    ...nameIssues(base, changes),
    ...sourceIssues(base, changes, clinicSource),
  ]
}

function lengthenIssues(base: Protocol, changes: AdoptionChanges): readonly Issue[] {
  const tree = withOwnSubjects(base, changes)
  return changes.lengthen.flatMap(({ subject, until }, k) => {
    const at = `changes.lengthen[${k}]`
    if (changes.lengthen.findIndex((one) => one.subject === subject) < k)
      return [errorAt(`${at}.subject`, 'duplicate', `"${subject}" is lengthened twice`)]
    if (!base.subjects.some((one) => one.subject === subject)) return [unknownSubject(at, subject)]
    const placed = { subject, except: commonExceptions(subject, tree) }
    return hearersOf(placed, tree).flatMap((code) => tooShort(tree, code, { until, at }))
  })
}

function ownSubjectIssues(base: Protocol, changes: AdoptionChanges): readonly Issue[] {
  const tree = withOwnSubjects(base, changes)
  return changes.subjects.flatMap(({ subject, broader, positions }, s) => {
    const at = `changes.subjects[${s}]`
    const known = broader === undefined || tree.subjects.some((one) => one.subject === broader)
    if (!known) return [unknownSubject(at, broader, 'broader')]
    return positions.flatMap(({ stance, until }, p) =>
      stance === 'avoid' && until !== undefined
        ? hearersOf({ subject, except: [] }, tree).flatMap((code) =>
            tooShort(tree, code, { until, at: `${at}.positions[${p}]` }),
          )
        : [],
    )
  })
}

/** A figure below every other would be the one that a subject may be shortened to. */
function tooShort(
  tree: Protocol,
  code: string,
  { until, at }: { readonly until: string; readonly at: string },
): readonly Issue[] {
  const least = leastEndsOf(code, tree)
  if (least.length === 0 || least.some((end) => isNoShorter(until, end))) return []
  return [
    errorAt(
      `${at}.until`,
      'business-rule',
      `${until} is shorter than the shortest time that any source gives "${code}", ${shortestOf(least)}: give at least that`,
    ),
  ]
}

function shortenIssues(base: Protocol, changes: AdoptionChanges, k: number): readonly Issue[] {
  const { subject, until } = changes.shorten[k] as AdoptionChanges['shorten'][number]
  const at = `changes.shorten[${k}]`
  const found = base.subjects.find((one) => one.subject === subject)
  if (!found) return [unknownSubject(at, subject)]
  const refused = (diagnostics: string, field = 'subject') => [
    errorAt(`${at}.${field}`, 'business-rule', diagnostics),
  ]
  if (changes.shorten.findIndex((one) => one.subject === subject) < k)
    return [errorAt(`${at}.subject`, 'duplicate', `"${subject}" is shortened twice`)]
  if (changes.lengthen.some((one) => one.subject === subject))
    return refused(`"${subject}" is lengthened, too: do one of both`)
  if (found.group)
    return refused(`"${subject}" is a group without windows: shorten the subjects in it`)
  const floors = floorsOf(subject, base)
  if (floors.length === 0)
    return refused(`no source gives a time that "${subject}" could be shortened to`, 'until')
  if (floors.some((floor) => isNoShorter(until, floor))) return []
  const floor = shortestOf(floors)
  return refused(`${until} is below the floor of "${subject}", ${floor}: give no less`, 'until')
}

function sourceIssues(
  base: Protocol,
  changes: AdoptionChanges,
  clinicSource: string,
): readonly Issue[] {
  const own = changes.sources.map(({ code }) => code)
  const taken = (code: string, k: number) =>
    code === clinicSource || Object.hasOwn(base.sources, code) || own.indexOf(code) < k
  const known = new Set([...own, clinicSource])
  return [
    ...own.flatMap((code, k) =>
      taken(code, k)
        ? [errorAt(`changes.sources[${k}].code`, 'duplicate', `"${code}" is a source already`)]
        : [],
    ),
    ...citedBy(changes).flatMap(({ source, at }) =>
      source === undefined || known.has(source)
        ? []
        : [
            errorAt(
              `${at}.source`,
              'not-found',
              `"${source}" is no source of the clinic's: add it`,
            ),
          ],
    ),
  ]
}

function citedBy({ lengthen, subjects, texts }: AdoptionChanges) {
  return [
    ...lengthen.map(({ source }, k) => ({ source, at: `changes.lengthen[${k}]` })),
    ...subjects.flatMap(({ positions }, s) =>
      positions.map(({ source }, p) => ({ source, at: `changes.subjects[${s}].positions[${p}]` })),
    ),
    ...texts.map(({ source }, k) => ({ source, at: `changes.texts[${k}]` })),
  ]
}

function unknownSubject(at: string, subject: string, field = 'subject'): Issue {
  return errorAt(`${at}.${field}`, 'not-found', `"${subject}" is no subject of the protocol`)
}
