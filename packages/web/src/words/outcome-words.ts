import type { Disposition, TriageReason } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { AppCare } from '../app/care-context.ts'
import type { AnswerThen } from '../model/changes.ts'
import { statusWord } from './status-words.ts'

/** What to do first, in a sentence or two; an emergency has its call button too. */
export function dispositionLead(i18n: I18n, disposition: Disposition): string {
  return LEADS[disposition](i18n)
}

const LEADS: Readonly<Record<Disposition, (i18n: I18n) => string>> = {
  emergency: (i18n) =>
    i18n._({
      id: 'check-in.lead.emergency',
      message: 'Do not wait, and do not drive yourself. Say that you had microneedling, and when.',
    }),
  urgent: (i18n) =>
    i18n._({
      id: 'check-in.lead.urgent',
      message:
        'Call your clinic now. If it is closed, call a doctor or an out-of-hours service. Do not leave it until tomorrow.',
    }),
  'contact-clinic': (i18n) =>
    i18n._({
      id: 'check-in.lead.contact',
      message: 'Call or write to your clinic, and tell them what you told us here.',
    }),
  'self-care': (i18n) =>
    i18n._({
      id: 'check-in.lead.self-care',
      message:
        'Go on with your plan and check in again tomorrow. If it gets worse, contact your clinic.',
    }),
  expected: (i18n) =>
    i18n._({
      id: 'check-in.lead.expected',
      message:
        'What you told us can show at this point. Go on with your plan, and check in again tomorrow.',
    }),
}

/** Why an outcome is what it is: about signs and time, never a condition. */
export function reasonText(
  { i18n, texts }: Pick<AppCare, 'i18n' | 'texts'>,
  { code, sign, basis }: TriageReason,
): string {
  if (code === 'red-flag') return basis.map((id) => texts.text(`red-flag.${id}`)).join(' ')
  return REASONS[code](i18n, { sign: sign === null ? '' : texts.sign(sign) })
}

type OtherReason = Exclude<TriageReason['code'], 'red-flag'>
type ReasonWords = (i18n: I18n, values: { readonly sign: string }) => string

const REASONS: Readonly<Record<OtherReason, ReasonWords>> = {
  'within-course': (i18n, values) =>
    i18n._({ id: 'reason.within', message: '{sign}: can show at this point.', values }),
  fading: (i18n, values) =>
    i18n._({
      id: 'reason.fading',
      message: '{sign}: can still show at this point while it is mild and fading.',
      values,
    }),
  outlasting: (i18n, values) =>
    i18n._({
      id: 'reason.outlasting',
      message: '{sign}: lasts longer than it usually does.',
      values,
    }),
  worsening: (i18n, values) =>
    i18n._({
      id: 'reason.worsening',
      message: '{sign}: is getting worse, and should get a little better each day.',
      values,
    }),
  severe: (i18n, values) =>
    i18n._({ id: 'reason.severe', message: '{sign}: is stronger than it usually is.', values }),
  'no-course': (i18n, values) =>
    i18n._({
      id: 'reason.no-course',
      message: '{sign}: is not part of the usual course, so let your clinic look.',
      values,
    }),
  'off-scale': (i18n, values) =>
    i18n._({
      id: 'reason.off-scale',
      message: '{sign}: we could not read how strong it is, so let your clinic look.',
      values,
    }),
  'unknown-time': (i18n, values) =>
    i18n._({
      id: 'reason.unknown-time',
      message:
        '{sign}: we do not know when your session ended, so we cannot say if this still belongs to it. Show it to your clinic.',
      values,
    }),
  'impossible-time': (i18n) =>
    i18n._({
      id: 'reason.impossible-time',
      message:
        'No session had ended by then, so there is no usual course to compare with. Please check the date and time of your session.',
    }),
  'not-covered': (i18n) =>
    i18n._({
      id: 'reason.not-covered',
      message: 'We have no rules for what was done, so let the clinic that did it look.',
    }),
  'unread-notes': (i18n) =>
    i18n._({
      id: 'reason.unread-notes',
      message: 'We cannot judge what you wrote in your own words. Please show it to your clinic.',
    }),
}

/** `Not yet, until Wed 25 Nov, 12:45` */
export function answerThenText({ i18n, format, at }: AppCare, answer: AnswerThen): string {
  const word = statusWord(i18n, answer.status)
  if (answer.nextChangeAt === null) return word
  return i18n._({
    id: 'check-in.change.until',
    message: '{word}, until {time}',
    values: { word, time: format.shortDayTime(answer.nextChangeAt, at) },
  })
}
