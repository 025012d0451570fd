import type { CarePlan, CarePlanActivity } from '@medplum/fhirtypes'
import type { OpeningText, TaskText, TodayText } from './today-text.ts'

export const CARE_PLAN_ID = 'today'

/**
 * Today as a FHIR server would answer for it: a lean CarePlan of what is on the screen and no more, the times in words.
 * Whole ledgers of reasons are left out, and nothing is left to be worked out by the page.
 */
export function carePlanOf(today: TodayText): CarePlan {
  return {
    resourceType: 'CarePlan',
    id: CARE_PLAN_ID,
    status: 'active',
    intent: 'plan',
    subject: { display: 'The person' },
    title: today.when,
    description: today.heading,
    note: [today.lead, ...today.said].map((text) => ({ text })),
    activity: [
      ...today.tasks.map((task) => taskActivity(task, 'in-progress')),
      ...today.moreTasks.map((task) => taskActivity(task, 'scheduled')),
      ...today.openings.flatMap(openingActivities),
    ],
  }
}

/** What is to be done first is `in-progress`, the rest `scheduled`. */
function taskActivity(
  { title, note, times }: TaskText,
  status: 'in-progress' | 'scheduled',
): CarePlanActivity {
  return {
    detail: {
      kind: 'Task',
      status,
      code: { text: title },
      ...(note !== '' && { description: note }),
      ...(times !== '' && { scheduledString: times }),
    },
  }
}

/** What is to be left alone until then. */
function openingActivities(opening: OpeningText): CarePlanActivity[] {
  const { when, countdown, subjects, more } = opening
  const texts = more === '' ? subjects : [...subjects, more]
  return texts.map((subject) => ({
    detail: {
      status: 'on-hold',
      statusReason: { text: countdown },
      doNotPerform: true,
      code: { text: subject },
      scheduledString: when,
    },
  }))
}
