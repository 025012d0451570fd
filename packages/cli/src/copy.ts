import { UNTOLD_FACT } from '@afterglow/formats'
import type { Status } from '@afterglow/engine'

/** Every sentence of ours that a person reads, so that it can be reviewed and translated in one place. */

export const STATUS: Readonly<Record<Status, string>> = {
  avoid: 'Not yet',
  'ask-clinic': 'Ask your clinic first',
  caution: 'With care',
  allowed: 'Fine now',
  recommended: 'Good for your skin now',
  unknown: 'Ask your clinic first',
}

export const AFTERWARDS: Readonly<Record<Status, string>> = {
  avoid: 'then longer',
  'ask-clinic': 'then ask your clinic first',
  caution: 'then with care',
  allowed: '',
  recommended: '',
  unknown: 'then ask your clinic first',
}

export const HEADING = {
  expected: 'What to expect right now',
  todo: 'Do this first',
  next: 'What opens next',
  alsoDo: 'Also good to do',
  notYet: 'Not yet',
  withCare: 'With care',
  fine: 'Fine now',
  free: 'No longer held back',
  ask: 'Ask your clinic first',
  timeline: 'The next weeks',
  course: 'How it usually goes',
  call: 'When to get help',
  series: 'Your next session',
  unknowns: 'What you did not say',
  unmapped: 'Words we do not know',
  notes: 'Please note',
  done: 'What you did already',
  sources: 'Sources',
  planned: 'Still to come',
  uncovered: 'Not covered by our rules',
} as const

export const PROCEDURE = {
  radiofrequency: 'microneedling with radiofrequency heat',
  named: (words: string) => words,
} as const

export const PLAN = {
  title: 'Afterglow: your plan after microneedling',
  titleOther: 'Afterglow: your plan after your treatment',
  titleBefore: 'Afterglow: getting ready for your session',
  now: (clock: string, zone: string) => `${clock} (${zone} time)`,
  day: ({
    day,
    what,
    length,
    ended,
  }: Readonly<Record<'what' | 'length' | 'ended', string>> & { readonly day: number }) =>
    `Day ${day} after your ${what}. It ended ${length} ago, on ${ended}.`,
  expectedNow:
    'All of this is part of the usual course at this point. It should get a little better each day.',
  expectedFading: (signs: string) =>
    `For some people these still show, mild and fading: ${signs}. If one is strong or gets worse, contact your clinic.`,
  nothingExpected:
    'The signs that usually follow a session should be gone by now. If you still have one, contact your clinic.',
  nothingOpens:
    'Nothing opens by time alone from here on. Your clinic can say when the rest opens.',
  until: (clock: string, length: string) => `until ${clock} (${length})`,
  untilClinic: 'until your clinic says so',
  anyTime: 'any time: your clinic decides',
  more: (number: number) => `and ${number} more`,
  alone: 'Do not stop or change a prescribed medicine on your own.',
  settledAll: 'only if your skin is calm again: nothing red, dark, sore, hot, flaking or swollen.',
  settled: (signs: string) => `only if these are gone: ${signs}.`,
  careful: 'take it slowly, and stop if your skin reacts.',
  uncovered: (what: string) =>
    `We have no times for this: ${what}. It is not something you did wrong: the care after it is different, and the clinic that did it knows it. Ask them before you go back to anything on your list. When to get help is the same, and stands below.`,
  seriesNext: (date: string) =>
    `The next session could be on ${date}. \`afterglow series\` works out all the dates.`,
  doneAsk: 'Tell your clinic, and ask what to do now.',
  seriesHeld: 'Something stops the next session for now:',
  safety:
    'This does not take the place of your clinic. Their word comes first, and we cannot see your skin.',
  sourcesHint: 'Who says what: add --sources, or ask about one thing: afterglow explain makeup',
  usuallyUntil: 'usually until',
  canLast: 'can last until',
  afterThat: 'If a sign lasts longer than that, or gets worse, contact your clinic.',
} as const

export const PLACE = {
  legend: '█ not yet   ▒ ask your clinic   ░ with care   · fine',
  today: 'now',
} as const

export const BEFORE = {
  when: (what: string, clock: string, length: string) =>
    `Your session (${what}) is planned to end on ${clock}, ${length}.`,
  tell: 'Tell your clinic',
  prescriber: 'Ask the person who prescribed it',
  postpone: 'Reasons to move the date',
  information: 'Good to know',
  ready: 'Getting ready',
  toConfirm: 'We do not know if one of these fits you. If it does, tell your clinic',
  late: 'Already begun: do what you still can, and tell your clinic what is too late',
  since: (day: string) => `Since ${day}`,
  from: (day: string) => `From ${day}`,
  now: 'Now',
  opens: 'After the session',
  opensLead: 'If the session ends as planned:',
  willOpen: (clock: string) => `will open ${clock}`,
  willOpenCare: (clock: string) => `will open, with care, ${clock}`,
  willAsk: (clock: string) => `have to wait until ${clock}; then ask your clinic first`,
  ask: 'any time: your clinic decides',
  more: (number: number) =>
    `and ${number} more later: once the session has ended, the plan lists them all.`,
} as const

/** What a person left out, by the engine's key: what was not said, and what it changes. */
export const UNKNOWN: Readonly<Record<string, string>> = {
  ...UNTOLD_FACT,
  device:
    'You did not say which device was used, so some answers say: only if plain needles were used.',
}

export const ASSESS = {
  notCovered: (word: string) =>
    `Ask your clinic first. We have nothing on "${word}", so we cannot say.`,
  didYouMean: 'Did you mean one of these?',
  likely: (code: string, answer: string) => `${code}: ${answer}`,
  list: 'All the names we know: afterglow subjects',
  opens: (name: string, clock: string, length: string) => `${name} opens ${clock} (${length}).`,
  opensCare: (name: string, clock: string, length: string) =>
    `${name} opens, with care, ${clock} (${length}).`,
  asksAfter: (name: string, clock: string, length: string) =>
    `${name} has to wait at least until ${clock} (${length}). After that, ask your clinic first.`,
  clinicOnly: (name: string) => `${name}: only your clinic can say when.`,
  free: (name: string) => `Open. Nothing in this plan holds it back any more: ${name}.`,
  openNow: (name: string) => `${name} is open.`,
  openWith: (name: string, note: string) => `${name}: ${note.replace(/\.$/, '')}.`,
  allClear: (clock: string) => `From ${clock} on nothing holds it back any more.`,
  stricterAgain: (clock: string) => `That changes on ${clock}.`,
  keepBefore: 'Ask your clinic about it before the session too.',
  stillToCome: 'Your session is still to come.',
  before: (name: string, clock: string) => `After it, ${name} will open ${clock}.`,
  beforeCare: (name: string, clock: string) => `After it, ${name} will open, with care, ${clock}.`,
  beforeOpen: (name: string) => `Right after it, ${name} will be open.`,
  beforeOpenWith: (name: string, note: string) =>
    `Right after it, ${name} will be open: ${note.replace(/\.$/, '')}.`,
  beforeAsks: (name: string, clock: string) =>
    `After it, ${name} has to wait at least until ${clock}. Then ask your clinic first.`,
  beforeAsk: (name: string) => `Your clinic can say what holds for ${name} after it.`,
  why: 'Why',
  each: 'One by one',
  unknown: 'What you did not say',
  changes: 'What would change this',
  all: 'What every source says',
  more: (subject: string) => `What every source says: afterglow explain ${subject}`,
} as const

export const CHANGE = {
  time: 'Time alone.',
  timeToo: (clock: string) => `Time: the answer changes by itself on ${clock}.`,
  report: 'Telling us how your skin is: a check-in that says the signs are gone.',
  clearance: 'Your clinic saying that it is fine for you.',
  fact: 'Telling us more about you or the session.',
} as const

export const EXPLAIN = {
  title: (name: string) => `${name}: who says what`,
  answer: (clock: string) => `The plan's answer on ${clock}`,
  voices: 'What each source says',
  strictest: ['  Of the group, the one that decides.'] as readonly string[],
  governs: 'decides now',
  disagree: 'Where they disagree',
  disagreement: (short: string, long: string, apart: string) =>
    `The shortest time ends ${short}, the longest ${long}: ${apart} apart. The plan takes the strict side.`,
  opposed:
    'Some sources speak for it while others speak against it. The strict side wins for as long as it lasts.',
  none: 'No source of the plan speaks of this. Ask your clinic.',
  steps: 'How the answer goes on',
  until: (clock: string) => `Until ${clock}`,
  fromUntil: (from: string, until: string) => `From ${from} until ${until}`,
  fromOn: (from: string) => `From ${from} on`,
  always: 'From now on',
  nothing: 'nothing holds it back',
  silence: (outer: string) =>
    `As long as nobody tells us of these signs, it counts for ${outer} and no longer.`,
  changes: 'What would change it',
  floor: (clock: string) =>
    `A clinician may open it for you, but not before ${clock}: the shortest time that any source gives.`,
  noFloor: 'No source gives a time that a clinician could shorten.',
  forYou: (clock: string) => `for you until ${clock}`,
  between: (early: string, late: string) =>
    `for you until ${early} at the earliest, ${late} at the latest`,
  fromFor: (clock: string) => `for you from ${clock}`,
} as const

export const WINDOW = {
  open: 'no time given',
  from: (length: string) => `from ${length} after`,
  lasting: (length: string) => `for ${length}`,
  settled: 'and until the skin has settled',
  gone: (signs: string) => `and until these are gone: ${signs}`,
  cleared: 'until a clinician says so',
  maybe: (length: string) => `perhaps for ${length}`,
  readAs: (phrase: string, length: string) => `"${phrase}" (read as ${length})`,
  typical: (length: string) => `the usual recovery (${length})`,
  outer: (length: string) => `the longest usual recovery (${length})`,
} as const

export const SOURCE = {
  override: (name: string) => `${name}, your clinician`,
  advice: 'What your own doctor told you',
  notCovered: 'No source: what was done is not covered',
  undated: 'undated',
  kind: {
    regulator: 'regulator',
    guideline: 'guideline',
    review: 'review of studies',
    trial: 'trial',
    'case-report': 'case report',
    manufacturer: 'device maker',
    dermatologist: 'dermatologist',
    clinic: 'clinic',
    general: 'general article',
  },
} as const

export const STANCE = {
  avoid: 'leave it',
  limit: 'only with care',
  use: 'do it',
  allow: 'it may be done',
  ask: 'ask the clinic',
  continue: 'keep taking it as prescribed',
} as const

export const TRIAGE = {
  at: (clock: string) => `For how your skin is on ${clock}.`,
  why: 'Why',
  net: 'Keep in mind',
  sources: 'Sources',
  nothing: 'You told us of no signs. Here is when to get help, in case that changes.',
  unread: 'First: nobody has read what you wrote',
  words: 'How we read your words',
  readAs: (word: string, sign: string) => `"${word}": read as ${sign}.`,
  nearWord: (word: string, near: string) => `"${word}": we do not know it. Did you mean "${near}"?`,
  unreadWord: (word: string) => `"${word}": we do not know it. The words we know: afterglow signs`,
  notes: 'We cannot judge what you wrote in your own words. Please show it to your clinic.',
  unknownTime: (sign: string) =>
    `${sign}: we do not know when your session ended, so we cannot say if this still belongs to it. Show it to your clinic.`,
  impossible:
    'We cannot compare this with the usual course, because no session had ended by then. Check the date and time.',
  uncovered: 'What was done is not covered by our rules, so let your clinic look.',
  within: (sign: string) => `${sign}: part of the usual course at this point.`,
  fading: (sign: string) =>
    `${sign}: it can still show at this point while it is mild and fading. Keep watching it.`,
  outlasting: (sign: string) => `${sign}: it lasts longer than it usually does.`,
  worsening: (sign: string) => `${sign}: getting worse is not part of the usual course.`,
  severe: (sign: string) => `${sign}: it is stronger than the usual course.`,
  unknown: (sign: string) => `${sign}: we have no usual course for this, so let your clinic look.`,
  strongest: (sign: string) =>
    `${sign}: we could not read how strong it is, so we take the strongest.`,
  offScale: (sign: string) =>
    `${sign}: we could not read how strong it is, so let your clinic look.`,
} as const

export const CARE_CARD = {
  severe: (sign: string) => `Severe ${sign}`,
  moderate: (sign: string) => `Moderate or severe ${sign}`,
  fever: (celsius: number) => `A temperature of ${celsius} °C or more`,
  together: (sign: string, others: string) => `${sign}, together with ${others}`,
} as const

export const SERIES = {
  title: 'Afterglow: your sessions',
  done: (number: number, date: string) => `Session ${number} was on ${date}.`,
  doneBy: (number: number, date: string) => `Session ${number} was on ${date} or before.`,
  planned: (number: number, date: string) => `Session ${number} is planned for ${date}.`,
  dates: 'Dates',
  notes: 'Please note',
  session: (number: number) => `Session ${number}`,
  gap: (days: string) => `${days} after the one before`,
  spacing: {
    first: '',
    preferred: 'a gap that the sources agree on',
    allowable: 'a gap that some sources use',
    late: 'longer than any source waits: ask your clinic how to go on',
  },
  none: 'No session can be planned right now.',
  holds: 'What stops the next session',
  toConfirm: 'Ask before you book, if one of these is you',
  holdUntil: (date: string) => `until about ${date}, and a check-in that says the signs are gone`,
  holdReport: 'until a check-in says the signs are gone',
  holdClinic: 'until your clinic says so',
  upkeep: (from: string, until: string) =>
    `Upkeep: one session between ${from} and ${until}, if you need it.`,
  event: (name: string, date: string) => `${name} on ${date}`,
  lastBy: (date: string) =>
    `Last session by ${date}, so that your skin has settled and what you need is open again.`,
  fullEffect: (date: string) => `Last session by ${date} to see its full effect that day.`,
  rules: 'The rules behind the dates',
  gaps: (preferred: string, allowable: string) =>
    `Between sessions: ${preferred} days where the sources agree; ${allowable} days at the widest.`,
  lastPast: (date: string) =>
    `The last day for a session before it was ${date}. That day has passed: no session fits any more.`,
  effectPast: (date: string) =>
    `To see the full effect that day, the last session had to be by ${date}. That day has passed.`,
  fewer: (found: number) =>
    `${found === 0 ? 'None' : `Only ${found}`} of the sessions still wanted fit. Ask the clinic about fewer sessions, or another date.`,
  counts: (range: string) => `Sessions in all: ${range}, depending on the source.`,
  plannedWith: (preferred: number) =>
    `Planned with ${preferred}; --sessions asks for another number.`,
} as const

export const CHECK = {
  passed: (title: string) => `${title}: every check passed`,
  failed: (title: string, issues: number) => `${title}: ${issues} to correct`,
  proved: ({
    subjects,
    positions,
    hours,
    answers,
  }: Readonly<Record<'subjects' | 'positions' | 'hours' | 'answers', number>>) => [
    `${subjects} subjects and ${positions} positions: every name and every text found, every position cited, no cycle in the tree, and every subject with a position that always holds.`,
    `${answers.toLocaleString('en-US')} answers asked for: every subject at every one of ${hours.toLocaleString('en-US')} hours after a session, and none was silent.`,
    'Every fact of the sources has its place.',
  ],
} as const

export const COVERAGE = {
  title: (code: string, accounted: number, total: number) =>
    `${code}: ${accounted} of ${total} facts accounted for`,
  leftOut: 'left out, with a reason',
  missing: 'Facts that stand nowhere in the ledger',
  unknown: 'Facts that no source has, or that stand under another source',
  facts: 'Each fact and its lines',
  nowhere: 'missing',
  out: (because: string, of: string | undefined) =>
    of === undefined ? `left out: ${because}` : `left out: ${because} of ${of}`,
  hint: 'Each fact with its lines of the ledger: afterglow protocol coverage --facts',
} as const

export const DIFF = {
  title: (from: string, to: string, changes: number) =>
    `${from} -> ${to}: ${changes === 0 ? 'no rule changed' : `${changes} rule${changes === 1 ? '' : 's'} changed`}`,
} as const
