import { isolated } from '../plan/isolate.ts'
import type { Becomes, CalendarWords } from './calendar-words.ts'
import type { ChangeEntry, PlanChange } from './plan-change.ts'

/** What opens first, then with how much care. */
const ORDER: readonly Becomes[] = ['open', 'caution', 'ask-clinic', 'avoid']
const SHOWN = 4
const SEPARATOR = ' · '

/** What opens or shuts and how, in a line: up to four names of each kind, then how many more. */
export function changeSummary({ entries }: PlanChange, words: CalendarWords): string {
  return kindsOf(entries)
    .map(({ becomes, same }) => {
      const names = same.map((entry) => meantName(entry, words, nameOf(entry.subject, words)))
      const rest = names.length - SHOWN
      const shown = rest > 0 ? [...names.slice(0, SHOWN), words.more(rest)] : names
      return words.becomes[becomes](words.list(shown))
    })
    .join(SEPARATOR)
}

/** All of it: every name with the narrower ones it stands for, and what each open answer depends on. */
export function changeDescription({ entries }: PlanChange, words: CalendarWords): string {
  const lines = kindsOf(entries).flatMap(({ becomes, same }) => {
    const names = same.map((entry) => meantName(entry, words, fullName(entry, words)))
    return [words.becomes[becomes](words.list(names)), ...noteLines(same, words)]
  })
  const medicine = entries.some((entry) => entry.medicine) ? [words.medicine] : []
  return [...lines, ...medicine].join('\n')
}

function noteLines(entries: readonly ChangeEntry[], words: CalendarWords): readonly string[] {
  return entries.flatMap(({ subject, note }) =>
    note === null ? [] : [`${nameOf(subject, words)}: ${words.note(note)}`],
  )
}

function kindsOf(
  entries: readonly ChangeEntry[],
): readonly { readonly becomes: Becomes; readonly same: readonly ChangeEntry[] }[] {
  return ORDER.map((becomes) => ({
    becomes,
    same: entries.filter((entry) => entry.becomes === becomes),
  })).filter(({ same }) => same.length > 0)
}

/** The name, less the narrower ones that are stricter. */
function meantName({ except }: ChangeEntry, words: CalendarWords, name: string): string {
  if (except.length === 0) return name
  return words.except(name, words.list(except.map((code) => nameOf(code, words))))
}

function fullName({ subject, standsFor }: ChangeEntry, words: CalendarWords): string {
  const name = nameOf(subject, words)
  if (standsFor.length === 0) return name
  return `${name} (${words.list(standsFor.map((code) => nameOf(code, words)))})`
}

function nameOf(code: string, words: CalendarWords): string {
  return isolated(words.subject(code), words.direction)
}
