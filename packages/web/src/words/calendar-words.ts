import type { CalendarWords } from '@afterglow/formats'
import type { App } from '../app/app-context.ts'
import { careNoteText } from './care-note-words.ts'

/** The calendar file's words in the person's language. */
export function calendarWords(app: App): CalendarWords {
  const { i18n, texts, format, direction } = app
  return {
    ...fixedWords(app),
    direction,
    subject: texts.subject,
    task: (id) => texts.text(`task.${id}`),
    milestone: (id) => texts.text(`milestone.${id}`),
    note: (note) => careNoteText(app, note),
    list: (names) => format.list(names),
    more: (count) =>
      i18n._({
        id: 'opens.others',
        message: '{count, plural, one {and # more} other {and # more}}',
        values: { count },
      }),
    except: (name, shut) =>
      i18n._({ id: 'ical.except', message: '{name} (but not: {shut})', values: { name, shut } }),
    becomes: becomesWords(app),
    tasks: (count) => tasksText(app, count),
    discreet: (step) =>
      i18n._({
        id: 'ical.step',
        message: 'Recovery plan: step {step}',
        values: { step: format.number(step) },
      }),
  }
}

function tasksText({ i18n }: App, count: number): string {
  return i18n._({
    id: 'ical.tasks',
    message: '{count, plural, one {Skin care: # thing to do} other {Skin care: # things to do}}',
    values: { count },
  })
}

function becomesWords({ i18n }: App): CalendarWords['becomes'] {
  return {
    open: (names) => i18n._({ id: 'ical.open', message: 'Opens: {names}', values: { names } }),
    caution: (names) =>
      i18n._({ id: 'ical.caution', message: 'Opens, with care: {names}', values: { names } }),
    'ask-clinic': (names) =>
      i18n._({ id: 'ical.ask', message: 'Ask your clinic first: {names}', values: { names } }),
    avoid: (names) => i18n._({ id: 'ical.avoid', message: 'Not now: {names}', values: { names } }),
  }
}

type FixedWords = Pick<
  CalendarWords,
  'calendarName' | 'discreetName' | 'medicine' | 'milestones' | 'nextSession' | 'footer'
>

function fixedWords({ i18n }: App): FixedWords {
  return {
    calendarName: i18n._({ id: 'ical.name', message: 'Afterglow: after your session' }),
    discreetName: i18n._({ id: 'ical.discreet-name', message: 'Recovery plan' }),
    medicine: i18n._({
      id: 'answer.medicine',
      message: 'Do not stop or change a prescribed medicine on your own.',
    }),
    milestones: i18n._({ id: 'ical.milestones', message: 'What may show in your skin around now' }),
    nextSession: i18n._({
      id: 'ical.next-session',
      message: 'Your next session could be from today on. Book it with your clinic.',
    }),
    footer: i18n._({
      id: 'sheet.footer',
      message:
        'This does not take the place of your clinic: their word comes first, and we cannot see your skin.',
    }),
  }
}
