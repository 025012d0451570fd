import { diffProtocols, type ProtocolDiff, type RuleChange } from '@afterglow/engine'
import {
  both,
  done,
  type Ledger,
  type Outcome,
  readLedgers,
  refuse,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import type { Request } from '../care.ts'
import { DIFF } from '../copy.ts'
import { type Look, marked, page, paint } from '../layout.ts'

/** `afterglow protocol diff OLD [NEW]`: rule by rule, what changed between two folders; NEW is the checkout's own. */
export async function protocolDiff({ flags, words }: Request): Promise<Outcome<Answer>> {
  const [before, after = flags.protocol?.[0], ...more] = words
  if (before === undefined || more.length > 0) {
    const text = `found ${words.length} folders; accepted are OLD and NEW, or OLD alone`
    return refuse(trouble('OLD', 'required', text))
  }
  const read = both(
    readLedgers(before, { cache: false, flag: 'OLD' }),
    readLedgers(after, { cache: false, flag: words.length > 1 ? 'NEW' : '--protocol' }),
  )
  if (!read.ok) return read
  const diffs = pairs(...read.value).map(([was, is]) => diffProtocols(was.protocol, is.protocol))
  if (diffs.length === 0)
    return refuse(trouble(before, 'not-found', 'the folders share no protocol of one code'))
  return done({
    text: (look) => page(diffs.flatMap((diff) => diffLines(look, diff))),
    json: () => diffs,
  })
}

function pairs(
  before: readonly Ledger[],
  after: readonly Ledger[],
): readonly (readonly [Ledger, Ledger])[] {
  return before.flatMap((was) => {
    const is = after.find((one) => one.protocol.code === was.protocol.code)
    return is ? [[was, is] as const] : []
  })
}

const MARK = { added: '+', removed: '-', changed: '~' } as const
const TONE = { added: 'go', removed: 'stop', changed: 'care' } as const

function diffLines(look: Look, { from, to, changes }: ProtocolDiff): readonly string[] {
  const title = paint(look, 'title', DIFF.title(from, to, changes.length))
  return [title, ...changes.flatMap((change) => changeLines(look, change))]
}

function changeLines(
  look: Look,
  { kind, rule, subject, fields = {} }: RuleChange,
): readonly string[] {
  const about = subject === undefined || rule === `subject ${subject}` ? '' : ` (${subject})`
  return [
    paint(look, TONE[kind], `  ${MARK[kind]} ${rule}${about}`),
    ...Object.entries(fields).flatMap(([field, { from, to }]) =>
      marked(look, '      ', `${field}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`),
    ),
  ]
}
