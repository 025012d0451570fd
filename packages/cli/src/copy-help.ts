import type { FlagName } from './flags.ts'

/** What `help` says. */
export const HELP = {
  title: 'Afterglow: aftercare for microneedling, with sources.',
  usage: 'Usage',
  commands: 'Commands',
  flags: 'Flags',
  examples: 'Examples',
  more: 'afterglow help COMMAND says more.',
} as const

interface CommandHelp {
  readonly usage: string
  readonly does: string
  readonly examples: readonly string[]
}

const SESSION = '--session examples/session.json'

export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
  plan: {
    usage: 'afterglow plan [--session FILE] [--at INSTANT]',
    does: 'The whole plan, today first. Without a file it asks you six questions.',
    examples: ['afterglow plan', `afterglow plan ${SESSION} --at 2026-11-24T09:00:00+04:00`],
  },
  assess: {
    usage: 'afterglow assess SUBJECT --session FILE [--at INSTANT]',
    does: 'May I? One answer, until when it holds, and why.',
    examples: [
      `afterglow assess makeup ${SESSION}`,
      `afterglow assess --jsonl ${SESSION} < questions.jsonl`,
    ],
  },
  triage: {
    usage: 'afterglow triage --session FILE [--symptom NAME=HOW-STRONG]... [--notes TEXT]',
    does: 'Who to contact about how the skin is, and how fast.',
    examples: [
      `afterglow triage ${SESSION} --symptom redness=mild --symptom fever=38.2`,
      'afterglow triage --jsonl < check-ins.jsonl',
    ],
  },
  series: {
    usage:
      'afterglow series --session FILE [--sessions N] [--event KIND:DATE] [--blocked FROM..UNTIL]...',
    does: 'When the next sessions can be, forwards or back from an event.',
    examples: [
      `afterglow series ${SESSION} --sessions 6 --event wedding:2027-06-12 --blocked 2027-01-03..2027-01-10`,
    ],
  },
  explain: {
    usage: 'afterglow explain SUBJECT --session FILE [--at INSTANT]',
    does: 'What each source says in its own words of time, and which one decides.',
    examples: [`afterglow explain makeup ${SESSION}`],
  },
  'protocol check': {
    usage: 'afterglow protocol check [--protocol DIR]',
    does: 'Reads the ledger and proves that every subject is answered at every hour of a year.',
    examples: ['afterglow protocol check'],
  },
  'protocol coverage': {
    usage: 'afterglow protocol coverage [--facts] [--protocol DIR]',
    does: 'Accounts for every fact of the sources; --facts names the lines of each.',
    examples: ['afterglow protocol coverage --facts'],
  },
  'protocol diff': {
    usage: 'afterglow protocol diff OLD [NEW]',
    does: 'What changed between two ledgers, rule by rule.',
    examples: ['afterglow protocol diff ../before/protocols protocols'],
  },
}

export const FLAG_HELP: Readonly<Record<FlagName, string>> = {
  session: 'FILE  the session as JSON; - reads stdin',
  at: 'INSTANT  the time to answer for, 2026-11-24T09:00:00+04:00; now where not given',
  protocol: 'DIR  another ledger than the one that comes with Afterglow',
  json: 'print one JSON value',
  jsonl: 'one request a line on stdin, one answer a line on stdout',
  sources: 'name the sources',
  facts: 'each fact with its file and line',
  'no-color': 'no colour',
  help: 'this text',
  version: 'the version',
  sessions: 'N  how many sessions in all, those done included',
  event:
    'KIND:DATE  plan back from a day: wedding, photo-shoot, sun-holiday, pool-day, spa-day, race, party',
  blocked: 'FROM..UNTIL  dates that are not possible; may be given again and again',
  symptom:
    'NAME=HOW-STRONG  a sign and 0 to 10, mild, moderate, severe, or degrees C; again and again',
  notes: 'TEXT  what you want to say in your own words',
}
