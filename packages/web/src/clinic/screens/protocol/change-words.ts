import type { I18n } from '@lingui/core'
import type { AdoptionChanges, OwnPosition, Words } from '../../api/adoptions.ts'
import { stanceWord } from '../../../words/source-words.ts'
import type { ChangeLine, Part, TimeChange } from './draft.ts'
import { lengthText, type ProtocolWords } from './protocol-words.ts'

/** What the clinic says of a subject's time, in one sentence. */
export function timeWords(words: ProtocolWords, change: TimeChange | null): string {
  const { i18n } = words
  if (change === null)
    return i18n._({ id: 'protocol.here.published', message: 'As the protocol says.' })
  const values = { length: lengthText(words, change.until) }
  if (change.kind === 'longer')
    return i18n._({ id: 'protocol.here.longer', message: 'At least {length}.', values })
  return i18n._({
    id: 'protocol.here.shorter',
    message: 'Shortened to {length}: {reason}',
    values: { ...values, reason: change.reason },
  })
}

/** Words in the reader's language, else in English, else in any. */
export function ownWords(words: Words, locale: string): string {
  const given = Object.entries(words)
  return given.find(([one]) => one === locale)?.[1] ?? words.en ?? given[0]?.[1] ?? ''
}

/** What a change is about: the subject's name, the text's first words, the source. */
export function lineTitle(
  { texts }: Pick<ProtocolWords, 'texts'>,
  { part, key, from, to }: ChangeLine,
  locale: string,
): string {
  const one = to ?? from
  if (one === null) return key
  if ('names' in one) return ownWords(one.names, locale)
  if ('label' in one) return one.label
  if (part === 'texts' && 'text' in one) return ownWords(one.text, locale).slice(0, 80)
  return 'subject' in one ? texts.subject(one.subject) : key
}

/** What a change does, from what to what. */
export function lineWords(words: ProtocolWords, line: ChangeLine): string {
  const { i18n } = words
  const [from, to] = [saidBy(words, line.part, line.from), saidBy(words, line.part, line.to)]
  if (line.from === null) return addedWords(i18n, to)
  if (line.to === null) return removedWords(i18n, from)
  if (from === to) return i18n._({ id: 'protocol.line.words', message: 'Changed in its words' })
  return i18n._({
    id: 'protocol.line.changed',
    message: 'Changed from {from} to {to}',
    values: { from, to },
  })
}

function addedWords(i18n: I18n, to: string): string {
  return to === ''
    ? i18n._({ id: 'protocol.line.new', message: 'Added' })
    : i18n._({ id: 'protocol.line.added', message: 'Added: {to}', values: { to } })
}

function removedWords(i18n: I18n, from: string): string {
  return from === ''
    ? i18n._({ id: 'protocol.line.gone', message: 'Taken out' })
    : i18n._({ id: 'protocol.line.removed', message: 'Taken out: {from}', values: { from } })
}

/** What an entry says, whenever it came. */
export function heldWords(words: ProtocolWords, { part, to }: ChangeLine): string {
  return saidBy(words, part, to)
}

/** What stands already, and the draft leaves as it is. */
export function sameWords(words: ProtocolWords, { part, to }: ChangeLine): string {
  const said = saidBy(words, part, to)
  return said === ''
    ? words.i18n._({ id: 'protocol.line.as-now', message: 'As now' })
    : words.i18n._({ id: 'protocol.line.same', message: 'As now: {said}', values: { said } })
}

type Entry = AdoptionChanges[Part][number]

/** Empty where its title says all. */
function saidBy(words: ProtocolWords, part: Part, one: Entry | null): string {
  const { i18n, format } = words
  if (one === null) return ''
  if ('positions' in one)
    return format.join(
      one.positions.map((position) => positionWords(words, position)),
      'semicolon',
    )
  if ('label' in one) return one.url ?? ''
  if (!('until' in one)) return ''
  const values = { length: lengthText(words, one.until) }
  return part === 'shorten'
    ? i18n._({ id: 'protocol.line.shorter', message: 'shortened to {length}', values })
    : i18n._({ id: 'protocol.line.longer', message: 'at least {length}', values })
}

/** `leave it, for 3 days` */
function positionWords(words: ProtocolWords, { stance, until }: OwnPosition): string {
  const { i18n, format } = words
  const length =
    until === undefined
      ? []
      : [
          i18n._({
            id: 'figure.for',
            message: 'for {length}',
            values: { length: lengthText(words, until) },
          }),
        ]
  return format.join([stanceWord(i18n, stance, false), ...length], 'comma')
}

/** The parts of a clinic's changes, as headings. */
export function partTitle(i18n: I18n, part: Part): string {
  switch (part) {
    case 'shorten':
      return i18n._({ id: 'protocol.part.shorten', message: 'Shorter' })
    case 'lengthen':
      return i18n._({ id: 'protocol.part.lengthen', message: 'Longer' })
    case 'subjects':
      return i18n._({ id: 'protocol.part.subjects', message: 'Subjects and products of our own' })
    case 'texts':
      return i18n._({ id: 'protocol.part.texts', message: 'Texts of our own' })
    case 'sources':
      return i18n._({ id: 'protocol.part.sources', message: 'Sources of our own' })
  }
}
