import type { Disposition, Status } from '@afterglow/engine'

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
  day: (day: number, length: string, ended: string) =>
    `Day ${day}. Your session ended ${length} ago, on ${ended}.`,
  expectedNow:
    'All of this is part of the usual course at this point. It should get a little better each day.',
  expectedFading: (signs: string) =>
    `For some people these still show, mild and fading: ${signs}. If one is strong or gets worse, contact your clinic.`,
  nothingExpected:
    'The signs that usually follow a session should be gone by now. If you still have one, contact your clinic.',
  nothingOpens:
    'Nothing opens by time alone from here on. Your clinic can say when the rest opens.',
  until: (clock: string, length: string) => `until ${clock}  (${length})`,
  untilClinic: 'until your clinic says so',
  anyTime: 'any time: your clinic decides',
  more: (number: number) => `and ${number} more`,
  alone: 'Do not stop or change a prescribed medicine on your own.',
  settledAll: 'only if your skin is calm again: nothing red, dark, sore, hot, flaking or swollen',
  settled: (signs: string) => `only if these are gone: ${signs}`,
  careful: 'take it slowly, and stop if your skin reacts',
  uncovered: (what: string, clock: string) =>
    `${clock === '' ? '' : `${clock}: `}we have no times for ${what}. It is not something you did wrong: the care after it is different, and the clinic that did it knows it. Ask them before you go back to anything on your list. When to get help is the same, and stands below.`,
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
  toConfirm: 'You did not say if these fit you. If one does, tell your clinic',
  from: (clock: string) => `from ${clock}`,
  opens: 'After the session',
  opensLead: 'If the session ends as planned, these will open again:',
  willOpen: (clock: string) => `will open ${clock}`,
  willAsk: 'Ask your clinic before these, whatever the date:',
} as const

/** What a person left out, by the engine's key: what was not said, and what it changes. */
export const UNKNOWN: Readonly<Record<string, string>> = {
  device:
    'You did not say which device was used, so some answers say: only if plain needles were used.',
  needleDepthMm: 'You did not say how deep the needles went, so the longer times count.',
  bodySites:
    'You did not say which part of your body was treated, so the rules for every part count.',
  adjuncts:
    'You did not say if anything else was done in the same visit, so the rules for that count too.',
  setting: 'You did not say if it was done in a clinic or at home, so the stricter rules count.',
  indications: 'You did not say what was treated, so the stricter rules count.',
  fitzpatrickSkinType:
    'You did not say how your skin reacts to the sun, so the stricter rules count.',
  medicines:
    'You did not say which medicines you take, so the rules for people who take them count.',
  history: 'You did not say anything about your health, so the stricter rules count.',
}

export const UNMAPPED = (word: string) =>
  `"${word}": we kept it and played safe. Ask your clinic if it matters.`

export const ASSESS = {
  notCovered: (word: string) =>
    `We have nothing on "${word}". Ask your clinic before you go ahead.`,
  didYouMean: (name: string, code: string) =>
    `Did you mean ${name}? Then ask: afterglow assess ${code}`,
  opens: (name: string, clock: string, length: string) => `${name} opens ${clock} (${length}).`,
  opensCare: (name: string, clock: string, length: string) =>
    `${name} opens with care ${clock} (${length}).`,
  asksAfter: (clock: string, length: string) =>
    `Leave it at least until ${clock} (${length}). After that, ask your clinic first.`,
  clinicOnly: (name: string) => `Only your clinic can say when: ${name}.`,
  since: (name: string, clock: string) => `${name}: open since ${clock}.`,
  openNow: (name: string) => `${name}.`,
  allClear: (clock: string) => `From ${clock} on nothing holds it back any more.`,
  stricterAgain: (clock: string) => `The answer changes on ${clock}.`,
  before: (name: string, clock: string) =>
    `Your session is still to come. ${name} will open ${clock}.`,
  beforeAsk: (name: string) =>
    `Your session is still to come. Your clinic can say what holds for ${name} after it.`,
  why: 'Why',
  each: 'One by one',
  changes: 'What would change this',
} as const

export const CHANGE = {
  time: 'Time alone.',
  report: 'Telling us how your skin is: a check-in that says the signs are gone.',
  clearance: 'Your clinic saying that it is fine for you.',
  fact: 'Telling us more about you or the session.',
} as const

export const EXPLAIN = {
  title: (name: string) => `${name}: who says what`,
  answer: 'The plan says',
  voices: 'What each source says',
  governs: 'decides now',
  quiet: 'says nothing that binds now',
  disagree: 'They disagree',
  disagreement: (short: string, long: string, apart: string) =>
    `The shortest time ends ${short}, the longest ${long}: ${apart} apart. The plan takes the strict side.`,
  opposed:
    'Some sources recommend it while others advise against it. The strict side wins for as long as it lasts.',
  none: 'No source of the plan speaks of this. Ask your clinic.',
  floor: (clock: string) =>
    `A clinician may open it for you, but not before ${clock}: the shortest time that any source gives.`,
  noFloor: 'No source gives a time, so nobody can shorten one here; your clinic can clear it.',
  forYou: (clock: string) => `for you until ${clock}`,
  between: (early: string, late: string) =>
    `for you until ${early} at the earliest, ${late} at the latest`,
  fromFor: (clock: string) => `for you from ${clock}`,
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
  why: 'Why',
  net: 'Keep in mind',
  nothing:
    'You reported no signs. That is good to hear. Here is when to get help, in case that changes.',
  notes: 'Your clinic can read your own words; we cannot judge them. Show them to your clinic.',
  impossible:
    'This check-in lies before the session ended, so we cannot compare it with the usual course.',
  uncovered: 'We have no usual course for what was done.',
  within: (sign: string) => `${sign}: part of the usual course at this point.`,
  fading: (sign: string) =>
    `${sign}: can still show now, and yours is mild and fading. Keep watching it.`,
  outlasting: (sign: string) => `${sign}: lasts longer than it usually does.`,
  worsening: (sign: string) => `${sign}: getting worse is not part of the usual course.`,
  severe: (sign: string) => `${sign}: stronger than the usual course.`,
  unknown: (sign: string) => `${sign}: we have no usual course for this, so let your clinic look.`,
  offScale: (sign: string) =>
    `${sign}: we could not read how strong it is, so let your clinic look.`,
} as const satisfies Record<string, string | ((sign: string) => string)>

export const DISPOSITION_MARK: Readonly<Record<Disposition, string>> = {
  emergency: '!!!',
  urgent: '!!',
  'contact-clinic': '!',
  'self-care': 'i',
  expected: 'i',
}

export const CARE_CARD = {
  severe: (sign: string) => `Severe: ${sign}`,
  moderate: (sign: string) => `Moderate or severe: ${sign}`,
  fever: (sign: string, celsius: number) => `${sign} of ${celsius} °C or more`,
  together: (sign: string, others: string) => `${sign} together with any of these: ${others}`,
} as const

export const SERIES = {
  title: 'Afterglow: your sessions',
  done: (number: number, date: string) => `Session ${number} was on ${date}.`,
  planned: (number: number, date: string) => `Session ${number} is planned for ${date}.`,
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
    `Between sessions: best ${preferred} days; never less or more than ${allowable} days.`,
  counts: (range: string) => `Sessions in all: ${range}.`,
} as const
