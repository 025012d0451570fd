import type { I18n } from '@lingui/core'

export const PARTS = [
  'clinic',
  'look',
  'reach',
  'hours',
  'urgent',
  'messages',
  'answers',
  'team',
  'you',
  'keys',
  'webhooks',
  'kept',
  'audit',
] as const
export type Part = (typeof PARTS)[number]

/** Those that nobody but an owner sees. */
export const OWNERS_PARTS: ReadonlySet<Part> = new Set(['keys', 'webhooks', 'audit'])

export interface PartGroup {
  readonly title: string
  readonly parts: readonly Part[]
}

/** The parts as they stand together; an owner's alone for an owner. */
export function partGroups(i18n: I18n, isOwner: boolean): readonly PartGroup[] {
  const groups: readonly PartGroup[] = [
    {
      title: i18n._({ id: 'settings.group.clinic', message: 'The clinic' }),
      parts: ['clinic', 'look', 'reach', 'hours'],
    },
    {
      title: i18n._({ id: 'settings.group.care', message: 'Care' }),
      parts: ['urgent', 'messages', 'answers'],
    },
    {
      title: i18n._({ id: 'settings.group.people', message: 'People' }),
      parts: ['you', 'team'],
    },
    {
      title: i18n._({ id: 'settings.group.systems', message: 'Other systems' }),
      parts: ['keys', 'webhooks'],
    },
    {
      title: i18n._({ id: 'settings.group.records', message: 'Records' }),
      parts: ['kept', 'audit'],
    },
  ]
  return groups
    .map(({ title, parts }) => ({
      title,
      parts: parts.filter((part) => isOwner || !OWNERS_PARTS.has(part)),
    }))
    .filter(({ parts }) => parts.length > 0)
}

export function partTitle(i18n: I18n, part: Part): string {
  switch (part) {
    case 'clinic':
      return i18n._({ id: 'settings.clinic', message: 'Name and place' })
    case 'look':
      return i18n._({ id: 'settings.look', message: 'Logo, colour, sheet' })
    case 'reach':
      return i18n._({ id: 'settings.reach', message: 'How to reach you' })
    case 'hours':
      return i18n._({ id: 'settings.hours', message: 'Hours and who answers' })
    case 'urgent':
      return i18n._({ id: 'settings.urgent', message: 'Urgent check-ins' })
    case 'messages':
      return i18n._({ id: 'settings.messages', message: 'Messages to patients' })
    case 'answers':
      return i18n._({ id: 'settings.answers', message: 'Answers to check-ins' })
    case 'team':
      return i18n._({ id: 'settings.team', message: 'Team and roles' })
    case 'you':
      return i18n._({ id: 'settings.you', message: 'You' })
    case 'keys':
      return i18n._({ id: 'settings.keys', message: 'API keys' })
    case 'webhooks':
      return i18n._({ id: 'settings.webhooks', message: 'Webhooks and booking' })
    case 'kept':
      return i18n._({ id: 'settings.kept', message: 'How long things are kept' })
    case 'audit':
      return i18n._({ id: 'settings.audit', message: 'Who did what' })
  }
}

/** What it is for, in a line. */
export function partNote(i18n: I18n, part: Part): string {
  return NOTES[part](i18n)
}

const NOTES: Readonly<Record<Part, (i18n: I18n) => string>> = {
  clinic: (i18n) =>
    i18n._({ id: 'settings.clinic.note', message: 'Name, country, time zone, language' }),
  look: (i18n) =>
    i18n._({ id: 'settings.look.note', message: 'What patients see on paper and phone' }),
  reach: (i18n) => i18n._({ id: 'settings.reach.note', message: 'Phone, emergency number, links' }),
  hours: (i18n) =>
    i18n._({
      id: 'settings.hours.note',
      message: 'When somebody reads what patients write',
    }),
  urgent: (i18n) =>
    i18n._({
      id: 'settings.urgent.note',
      message: 'Who is told, and when it goes further',
    }),
  messages: (i18n) =>
    i18n._({
      id: 'settings.messages.note',
      message: 'Times of day, quiet hours, channels',
    }),
  answers: (i18n) =>
    i18n._({
      id: 'settings.answers.note',
      message: 'An answer at once, or care cards alone',
    }),
  team: (i18n) =>
    i18n._({ id: 'settings.team.note', message: 'Who works here, and what they may do' }),
  you: (i18n) =>
    i18n._({ id: 'settings.you.note', message: 'Language, password, passkeys, devices' }),
  keys: (i18n) => i18n._({ id: 'settings.keys.note', message: 'For programs that use the API' }),
  webhooks: (i18n) =>
    i18n._({ id: 'settings.webhooks.note', message: 'Told of events; told of sessions' }),
  kept: (i18n) => i18n._({ id: 'settings.kept.note', message: 'Photos, messages, the audit' }),
  audit: (i18n) => i18n._({ id: 'settings.audit.note', message: 'Every look and change, by whom' }),
}
