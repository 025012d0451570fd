import type { Status } from '@afterglow/engine'
import { lowerFirst, subjectName } from '@afterglow/ledger'
import { AFTERWARDS, HEADING, PLAN } from '../copy.ts'
import { bullet, joinedNames, paint, paragraph, section, type Tone } from '../layout.ts'
import { clockText, countdown } from '../time-text.ts'
import type { Entry } from './entries.ts'
import type { View } from './view.ts'

/** Every subject in one list: not yet, with care, fine now, no longer held back, ask your clinic. */
export function subjectLists(view: View, entries: readonly Entry[]): readonly string[] {
  const having = (...statuses: readonly Status[]) =>
    entries.filter((entry) => statuses.includes(entry.verdict.status))
  const open = having('recommended', 'allowed')
  const ask = having('ask-clinic', 'unknown')
  const asked = timedLines(view, ask, 'ask')
  const alone = ask.some((entry) => isMedicine(view, entry.subject)) ? medicineLines(view) : []
  return [
    ...section(view.look, HEADING.notYet, timedLines(view, having('avoid'), 'stop')),
    ...section(view.look, HEADING.withCare, notedLines(view, having('caution'), 'care')),
    ...section(view.look, HEADING.fine, notedLines(view, open.filter(isSpokenFor), 'go')),
    ...section(view.look, HEADING.free, notedLines(view, open.filter(isFree), 'go')),
    ...section(view.look, HEADING.ask, [...asked, ...alone]),
  ]
}

/** Whether a source speaks for it: what only ran out of reasons against it is no advice. */
function isSpokenFor({ verdict }: Entry): boolean {
  return verdict.governing !== null
}

function isFree(entry: Entry): boolean {
  return !isSpokenFor(entry)
}

function isMedicine({ plan }: View, code: string): boolean {
  const subject = plan.subjects[code]
  return (
    subject !== undefined &&
    (subject.medicine || subject.narrower.some((below) => plan.subjects[below]?.medicine))
  )
}

function medicineLines({ look }: View): readonly string[] {
  return paragraph(look, PLAN.alone)
}

/** By when the answer changes, soonest first: the time, then the subjects below it. */
function timedLines(view: View, entries: readonly Entry[], tone: Tone): readonly string[] {
  const groups = groupedBy(entries, (one) => `${one.verdict.nextChangeAt} ${afterwards(one)}`)
  return groups
    .toSorted((a, b) => endOf(a) - endOf(b))
    .flatMap((group) => {
      const title = paragraph(view.look, timedTitle(view, group))
      return [
        ...title.map((line) => paint(view.look, tone, line)),
        ...paragraph(view.look, namesOf(view, group), 6),
      ]
    })
}

function endOf(group: readonly Entry[]): number {
  return group[0]?.verdict.nextChangeAt ?? Number.MAX_VALUE
}

function timedTitle(view: View, group: readonly Entry[]): string {
  const [first] = group
  const end = first?.verdict.nextChangeAt ?? null
  if (!first || end === null)
    return first?.verdict.status === 'avoid' ? PLAN.untilClinic : PLAN.anyTime
  const after = afterwards(first)
  const until = PLAN.until(clockText(end, view), countdown(end, view.at))
  return after === '' ? until : `${until}, ${after}`
}

function afterwards({ next }: Entry): string {
  return next === null ? '' : AFTERWARDS[next]
}

/** By what the answer depends on; those that depend on nothing come first. */
function notedLines(view: View, entries: readonly Entry[], tone: Tone): readonly string[] {
  const groups = groupedBy(entries, (one) => one.note)
  return groups
    .toSorted((a, b) => Number(a[0]?.note !== '') - Number(b[0]?.note !== ''))
    .flatMap((group) => {
      const names = namesOf(view, group)
      const note = group[0]?.note ?? ''
      if (note === '') return paragraph(view.look, names)
      const title = paint(view.look, tone, '  • ')
      const [first = '', ...rest] = bullet(view.look, `${names}: ${lowerFirst(note)}`)
      return [title + first.slice(4), ...rest]
    })
}

function namesOf(view: View, group: readonly Entry[]): string {
  return joinedNames(group.map((entry) => subjectName(view.texts, entry.subject)))
}

export function groupedBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}
