import type { CalendarWords } from '../ical/calendar-words.ts'
import { FOOTER, MEDICINE, noteText, subjectName, type Text } from './common-words.ts'

/** The calendar's words in English; names come from the protocols' texts. */
export function englishCalendarWords(text: Text): CalendarWords {
  return {
    direction: 'ltr',
    calendarName: 'Afterglow: your aftercare',
    discreetName: 'Recovery plan',
    subject: (code) => subjectName(text, code),
    task: (id) => text(`task.${id}`),
    milestone: (id) => text(`milestone.${id}`),
    note: (note) => noteText(text, note),
    list: (names) => names.join(', '),
    more: (count) => `and ${count} more`,
    except: (name, stricter) => `${name} (but not: ${stricter})`,
    becomes: {
      open: (names) => `Fine from now: ${names}`,
      caution: (names) => `With care from now: ${names}`,
      'ask-clinic': (names) => `Ask your clinic first: ${names}`,
      avoid: (names) => `Not now: ${names}`,
    },
    medicine: MEDICINE,
    tasks: (count) =>
      count === 1 ? 'Skin care: 1 thing to do' : `Skin care: ${count} things to do`,
    milestones: 'What may show in your skin around now',
    nextSession: 'Your next session could be from today on. Book it with your clinic.',
    footer: FOOTER,
    discreet: (step) => `Recovery plan: step ${step}`,
  }
}
