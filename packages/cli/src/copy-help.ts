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
  ask: {
    usage: 'afterglow ask QUESTION --session FILE [--at INSTANT]',
    does: 'A question in your own words: what was understood, and the answer.',
    examples: [`afterglow ask "can i swim on friday??" ${SESSION} --at 2026-11-24T09:00:00+04:00`],
  },
  assess: {
    usage: 'afterglow assess SUBJECT --session FILE [--at INSTANT]',
    does: 'May I? One answer, until when it holds, and why.',
    examples: [
      `afterglow assess makeup ${SESSION}`,
      `afterglow assess --jsonl ${SESSION} < examples/questions.jsonl`,
    ],
  },
  label: {
    usage: 'afterglow label TEXT|FILE|- --session FILE [--product NAME] [--at INSTANT]',
    does: 'Reads the ingredients of a product: may it go on my skin now, when, and which one decides.',
    examples: [
      `afterglow label "Water, Glycerin, Niacinamide, Parfum" ${SESSION}`,
      `afterglow label list.txt --product "Sun cream SPF 50" ${SESSION}`,
    ],
  },
  triage: {
    usage: 'afterglow triage --session FILE [--symptom NAME=HOW-STRONG]... [--notes TEXT]',
    does: 'Who to contact about how the skin is, and how fast.',
    examples: [
      `afterglow triage ${SESSION} --symptom redness=mild --symptom fever=38.2`,
      `afterglow triage --jsonl ${SESSION} < examples/check-ins.jsonl`,
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
  'export sheet': {
    usage:
      'afterglow export sheet --session FILE [--at INSTANT] [--app URL] [--out FILE [--force]]',
    does: 'The sheet to print, as plain text: the whole plan with its times, and a code to take along.',
    examples: [`afterglow export sheet ${SESSION} --out sheet.txt`],
  },
  'export calendar': {
    usage:
      'afterglow export calendar --session FILE [--at INSTANT] [--routines] [--discreet] [--out FILE [--force]]',
    does: 'A calendar file of what opens when, for the year that follows; import it once.',
    examples: [`afterglow export calendar ${SESSION} --discreet --out plan.ics`],
  },
  'export link': {
    usage: 'afterglow export link --session FILE [--app URL] [--out FILE [--force]]',
    does: 'The session in a link that the app opens. Whoever has the link has the session.',
    examples: [`afterglow export link ${SESSION} --app https://clinic.example/`],
  },
  eval: {
    usage: 'afterglow eval FILE... [--json]',
    does: 'Scores files of questions, messages, labels and check-ins with the answers they must get.',
    examples: ['afterglow eval tests/language/sets/questions.jsonl'],
  },
  subjects: {
    usage: 'afterglow subjects [WORD]',
    does: 'Every name that you can ask about, or those that a word may mean.',
    examples: ['afterglow subjects', 'afterglow subjects gym'],
  },
  signs: {
    usage: 'afterglow signs',
    does: 'Every sign that you can tell us of, with the words for it.',
    examples: ['afterglow signs'],
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
    examples: ['afterglow protocol diff ../before/protocols'],
  },
  backup: {
    usage: 'afterglow backup --out FILE --keys FILE [--photos FOLDER]',
    does: 'The server: everything in one file, and what opens it in another, to be kept apart.',
    examples: ['afterglow backup --out monday.backup --keys elsewhere/monday.keys'],
  },
  restore: {
    usage: 'afterglow restore FILE --keys FILE [--photos FOLDER] --erasures FILE...',
    does: 'The server: puts a backup into an empty database, whole or not at all. Whoever is on a list is erased again; where there is none, --no-erasures.',
    examples: [
      'afterglow restore monday.backup --keys elsewhere/monday.keys --erasures erased.list',
    ],
  },
  'rotate-keys': {
    usage: 'afterglow rotate-keys [--drop-old]',
    does: 'The server: a new master key, and everything under it; --drop-old then takes the old one out.',
    examples: ['afterglow rotate-keys', 'afterglow rotate-keys --drop-old'],
  },
  erasures: {
    usage: 'afterglow erasures --out FILE',
    does: 'The server: who has been erased, to be given to restore with an older backup.',
    examples: ['afterglow erasures --out erased.list'],
  },
  'set-up-link': {
    usage: 'afterglow set-up-link',
    does: 'The server: the link that makes the first clinic and its owner, where there is none yet.',
    examples: ['afterglow set-up-link'],
  },
  'reset-password': {
    usage: 'afterglow reset-password --email ADDRESS',
    does: 'The server: for staff who forgot their password; prints a link to choose a new one, and the second factor stays.',
    examples: ['afterglow reset-password --email noor@riverside.example'],
  },
  'reset-second-factor': {
    usage: 'afterglow reset-second-factor --email ADDRESS',
    does: 'The server: for staff who lost their phone and recovery codes; the next sign-in sets up a new factor.',
    examples: ['afterglow reset-second-factor --email noor@riverside.example'],
  },
  retention: {
    usage: 'afterglow retention [--dry-run]',
    does: 'The server: removes what is kept too long, as it does once a day; --dry-run counts and removes nothing.',
    examples: ['afterglow retention --dry-run'],
  },
}

interface FlagHelp {
  /** What stands after the flag; nothing for a switch. */
  readonly value?: string
  readonly does: string
}

export const FLAG_HELP: Readonly<Record<FlagName, FlagHelp>> = {
  session: { value: 'FILE', does: 'the session as JSON; - reads stdin' },
  at: {
    value: 'INSTANT',
    does: 'the time to answer for, 2026-11-24T09:00:00+04:00; now where not given',
  },
  protocol: { value: 'DIR', does: 'another ledger than the one that comes with Afterglow' },
  json: { does: 'print one JSON value' },
  jsonl: { does: 'one request a line on stdin, one answer a line on stdout' },
  sources: { does: 'name the sources' },
  facts: { does: 'each fact with its file and line' },
  'no-color': { does: 'no colour' },
  help: { does: 'this text' },
  version: { does: 'the version' },
  sessions: { value: 'N', does: 'how many sessions in all, those done included' },
  event: {
    value: 'KIND:DATE',
    does: 'plan back from a day: wedding, photo-shoot, sun-holiday, pool-day, spa-day, race, party',
  },
  blocked: {
    value: 'FROM..UNTIL',
    does: 'dates that are not possible; may be given again and again',
  },
  symptom: {
    value: 'NAME=HOW-STRONG',
    does: 'a sign and 0 to 10, mild, moderate, severe, or degrees C; again and again',
  },
  out: { value: 'FILE', does: 'write to a file instead of stdout' },
  force: { does: 'write over a file that is there' },
  app: { value: 'URL', does: 'where the app is, for the link; else the part after its address' },
  routines: { does: 'also each time of a routine, up to four a day' },
  discreet: { does: 'entries that tell nothing but that there is one' },
  product: { value: 'NAME', does: 'what the product is called, as on its front' },
  keys: { value: 'FILE', does: 'what opens the backup; keep it apart from that' },
  photos: { value: 'FOLDER', does: 'copies of the photos, sealed as they are' },
  erasures: { value: 'FILE', does: 'a later list of who has been erased; again and again' },
  'no-erasures': { does: 'there is no list: who was erased after the backup can be read again' },
  'dry-run': { does: 'count what would go, and remove nothing' },
  email: { value: 'ADDRESS', does: 'whose: the address that they sign in with' },
  'drop-old': { does: 'take the old key out, once nothing is under it' },
  notes: { value: 'TEXT', does: 'what you want to say in your own words; no program reads it' },
}
