import type { SheetProcedure, SheetSource } from '../sheet/sheet.ts'
import type { SheetTask } from '../sheet/sheet-task.ts'
import type { SheetWords, TaskSpanText } from '../sheet/sheet-words.ts'
import type { Governing } from '../plan/span.ts'
import { alarmText } from './alarm-text.ts'
import { clockText, dateText, longClockText } from './clock-text.ts'
import {
  FOOTER,
  listed,
  MEDICINE,
  noteText,
  signName,
  subjectName,
  type Text,
  withoutStop,
} from './common-words.ts'

/**
 * The sheet's words in English; names and sentences of the protocols come from their texts. `addressOf` makes a URL of the
 * session's link.
 */
export function englishSheetWords(
  text: Text,
  addressOf: (link: string) => string = (link) => link,
): SheetWords {
  return {
    ...FIXED,
    link: (link) => `Link of this plan: ${addressOf(link)}`,
    text,
    subject: (code) => subjectName(text, code),
    sign: (code) => signName(text, code),
    note: (note) => noteText(text, note),
    alarm: (alarm) => alarmText(text, alarm),
  }
}

const HEADING = {
  expected: 'What to expect right now',
  tasks: 'What to do',
  open: 'Open now',
  clinic: 'Ask your clinic first',
  signs: 'How it usually goes',
  done: 'What you did already',
  help: 'When to get help',
  prepare: 'Getting ready',
  series: 'Your next session',
  unknown: 'What you did not say',
  unmapped: 'Words we do not know',
  issues: 'Please note',
  sources: 'Who says what',
  carry: 'Take your plan along',
} as const satisfies SheetWords['heading']

const STATUS = {
  avoid: 'not yet',
  'ask-clinic': 'ask your clinic first',
  unknown: 'ask your clinic first',
  caution: 'with care',
  allowed: 'fine',
  recommended: 'good to do',
} as const satisfies SheetWords['status']

const LEFT_OUT = {
  procedures: 'The code does not hold your other sessions. Add them after you type it.',
  names:
    'The code does not hold names, such as the name of a medicine. Add them after you type it.',
  details:
    'The code does not hold what was treated, and some details. The stricter rules count until you add them.',
  zone: 'The code does not hold your time zone. The one of your device counts.',
  'check-ins': 'The code does not hold your check-ins. Do a new one after you type it.',
  clinic:
    'The code does not hold what your clinic changed for you. What they told you still counts: ask them.',
  advice:
    'The code does not hold what your own doctor told you. It still counts: add it after you type it.',
  journal: 'The code does not hold what you did already, and where you travelled.',
} as const satisfies SheetWords['leftOut']

/** What a person left out, by the engine's key, and what follows from it. */
export const UNTOLD_FACT: Readonly<Record<string, string>> = {
  device: 'You did not say which device was used.',
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

/** What needs no text of the protocols. */
const FIXED = {
  direction: 'ltr',
  title: 'Afterglow: your aftercare',
  heading: HEADING,
  status: STATUS,
  leftOut: LEFT_OUT,
  list: (names) => listed(names),
  clock: clockText,
  date: dateText,
  printed: (at, zone) =>
    `As of ${longClockText(at, zone)} (${zone} time). All times are in that zone.`,
  procedure: procedureText,
  uncovered:
    'We have no times for something that was done. Ask the clinic that did it before you go back to anything on your list. When to get help is the same.',
  signEnds: (sign, { typical, outer }) =>
    outer === null
      ? `${sign}: usually until ${typical}`
      : `${sign}: usually until ${typical}, can last until ${outer}`,
  task: taskText,
  opens: (clock) => `Opens ${clock}`,
  first: untilText,
  next: (answer, until) => `then ${untilText(answer, until)}`,
  voice: voiceText,
  countedFrom: (procedure) => `after ${nameOf(procedure)}`,
  medicine: MEDICINE,
  doneAsk: 'Tell your clinic, and ask what to do now.',
  nextSession: (date) => `The next session could be on ${date}. Ask your clinic.`,
  noSession: 'No date can be given for the next session yet.',
  coming: (clock) => `Before the session that is planned to end on ${clock}`,
  action: {
    'tell-clinic': 'Tell your clinic',
    postpone: 'A reason to move the date',
    'ask-prescriber': 'Ask the person who prescribed it',
    information: 'Good to know',
  },
  toConfirm: (sentence) => `If this is you, tell your clinic: ${sentence}`,
  prepareFrom: (sentence, clock) => `From ${clock}: ${sentence}`,
  unknownFact: (key) => UNTOLD_FACT[key] ?? key,
  unmapped: (word) => `"${word}": we kept it and played safe. Ask your clinic if it matters.`,
  issue: ({ diagnostics }) => diagnostics,
  source: sourceText,
  shortCode: (code) => `Code to type on your phone: ${code}`,
  footer: FOOTER,
} as const satisfies Partial<SheetWords>

function untilText(answer: string, until: string | null): string {
  return until === null ? answer : `${answer} until ${until}`
}

/** `Session 2, microneedling: ended Sun 22 Nov 2026, 10:45` */
function procedureText(procedure: SheetProcedure, clock: string): string {
  const name = nameOf(procedure)
  const latest = procedure.endedAtEstimated ? 'ended at the latest' : 'ended'
  const when = procedure.hasEnded ? latest : 'is planned to end'
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${when} ${clock}`
}

function nameOf({ code, device, sessionNumber }: SheetProcedure): string {
  const heat = code === 'microneedling' && device === 'rf' ? ' with radiofrequency heat' : ''
  const what = code.replaceAll('-', ' ') + heat
  return sessionNumber === undefined ? what : `session ${sessionNumber}, ${what}`
}

function taskText(
  sentence: string,
  spans: readonly TaskSpanText[],
  { times, everyDays }: SheetTask,
): string {
  const when = spans.map(({ from, until, hasBegun }) => {
    if (hasBegun) return until === null ? '' : `until ${until}`
    return until === null ? `from ${from}` : `from ${from} until ${until}`
  })
  const often =
    times.length === 0
      ? ''
      : `${listed(times)}${everyDays === 1 ? '' : `, every ${everyDays} days`}`
  const parts = [often, when.filter((one) => one !== '').join('; ')].filter((one) => one !== '')
  return parts.length === 0 ? sentence : `${withoutStop(sentence)} (${parts.join(', ')}).`
}

function voiceText({ kind, source }: Governing): string {
  switch (kind) {
    case 'override':
      return `your clinician, ${source}`
    case 'advice':
      return 'your own doctor'
    case 'not-covered':
      return 'not covered'
    default:
      return source
  }
}

/** `Don Mehrabi, MD, BHSkin Dermatology: "Title" (dermatologist, 2021, not graded)` */
function sourceText({ author, publisher, title, kind, date, certainty }: SheetSource): string {
  const who = author === undefined ? publisher : `${author}, ${publisher}`
  const about = [kind.replaceAll('-', ' '), date ?? 'no date', certainty.replaceAll('-', ' ')]
  return `${who}: "${title}" (${about.join(', ')})`
}
