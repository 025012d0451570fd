import type { I18n } from '@lingui/core'

/** What is done to a patient’s record, or by a patient, by the code that the audit has. */
export const PATIENT_ACTIONS = {
  'adverse-event.create': (i18n) =>
    i18n._({ id: 'audit.did.adverse-event.create', message: 'What went wrong was reported' }),
  'adverse-event.export': (i18n) =>
    i18n._({
      id: 'audit.did.adverse-event.export',
      message: 'All reports of what went wrong were taken out',
    }),
  'adverse-event.export-csv': (i18n) =>
    i18n._({
      id: 'audit.did.adverse-event.export-csv',
      message: 'All reports of what went wrong were saved as a spreadsheet',
    }),
  'adverse-event.list': (i18n) =>
    i18n._({ id: 'audit.did.adverse-event.list', message: 'Reports of what went wrong were read' }),
  'advice.create': (i18n) =>
    i18n._({
      id: 'audit.did.advice.create',
      message: 'Advice of the patient’s own doctor was written down',
    }),
  'alert.acknowledge': (i18n) =>
    i18n._({ id: 'audit.did.alert.acknowledge', message: 'Somebody took an alert on' }),
  'alert.list': (i18n) => i18n._({ id: 'audit.did.alert.list', message: 'The alerts were read' }),
  'alert.read': (i18n) => i18n._({ id: 'audit.did.alert.read', message: 'An alert was opened' }),
  'alert.resolve': (i18n) =>
    i18n._({ id: 'audit.did.alert.resolve', message: 'An alert was dealt with' }),
  'answer.create': (i18n) =>
    i18n._({ id: 'audit.did.answer.create', message: 'A reminder was answered by its link' }),
  'calendar-feed.create': (i18n) =>
    i18n._({ id: 'audit.did.calendar-feed.create', message: 'A calendar address was made' }),
  'calendar-feed.list': (i18n) =>
    i18n._({ id: 'audit.did.calendar-feed.list', message: 'The calendar addresses were read' }),
  'calendar-feed.revoke': (i18n) =>
    i18n._({ id: 'audit.did.calendar-feed.revoke', message: 'A calendar address was ended' }),
  'calendar.read': (i18n) =>
    i18n._({ id: 'audit.did.calendar.read', message: 'A calendar program read a plan' }),
  'care-session.read': (i18n) =>
    i18n._({ id: 'audit.did.care-session.read', message: 'The session behind a plan was read' }),
  'caregiver.withdraw': (i18n) =>
    i18n._({ id: 'audit.did.caregiver.withdraw', message: 'Access of caregivers was ended' }),
  'check-in.create': (i18n) =>
    i18n._({ id: 'audit.did.check-in.create', message: 'A check-in was sent' }),
  'check-in.list': (i18n) =>
    i18n._({ id: 'audit.did.check-in.list', message: 'A patient’s check-ins were read' }),
  'check-in.recent': (i18n) =>
    i18n._({ id: 'audit.did.check-in.recent', message: 'The latest check-ins were read' }),
  'clearance.create': (i18n) =>
    i18n._({ id: 'audit.clearance', message: 'A clinician allowed something again' }),
  'consent.read': (i18n) =>
    i18n._({ id: 'audit.did.consent.read', message: 'What a patient agreed to was read' }),
  'consent.write': (i18n) =>
    i18n._({ id: 'audit.did.consent.write', message: 'What a patient agrees to was changed' }),
  'done.create': (i18n) =>
    i18n._({
      id: 'audit.did.done.create',
      message: 'Something done against the plan was written down',
    }),
  'event.list': (i18n) =>
    i18n._({ id: 'audit.did.event.list', message: 'What happened to a patient was read' }),
  'event.undo': (i18n) =>
    i18n._({ id: 'audit.did.event.undo', message: 'Something was taken back' }),
  'facts.write': (i18n) =>
    i18n._({ id: 'audit.did.facts.write', message: 'What is known of a patient was changed' }),
  'invitation.again': (i18n) =>
    i18n._({ id: 'audit.did.invitation.again', message: 'A patient asked for a lost link again' }),
  'invitation.create': (i18n) =>
    i18n._({ id: 'audit.did.invitation.create', message: 'A patient or caregiver was invited' }),
  'invitation.list': (i18n) =>
    i18n._({ id: 'audit.did.invitation.list', message: 'A patient’s links were read' }),
  'invitation.redeem': (i18n) =>
    i18n._({ id: 'audit.did.invitation.redeem', message: 'A patient’s link was used' }),
  'invitation.revoke': (i18n) =>
    i18n._({ id: 'audit.did.invitation.revoke', message: 'A patient’s link was taken back' }),
  'label.ask': (i18n) => i18n._({ id: 'audit.did.label.ask', message: 'A product was checked' }),
  'message.create': (i18n) =>
    i18n._({ id: 'audit.did.message.create', message: 'A message was written' }),
  'message.list': (i18n) => i18n._({ id: 'audit.did.message.list', message: 'Messages were read' }),
  'move.create': (i18n) =>
    i18n._({
      id: 'audit.did.move.create',
      message: 'A patient’s move to another time zone was written down',
    }),
  'override.create': (i18n) => i18n._({ id: 'audit.override', message: 'A time was changed' }),
  'patient-session.end': (i18n) =>
    i18n._({ id: 'audit.did.patient-session.end', message: 'A patient signed out' }),
  'patient-session.end-all': (i18n) =>
    i18n._({
      id: 'audit.did.patient-session.end-all',
      message: 'A patient was signed out everywhere',
    }),
  'patient-session.end-one': (i18n) =>
    i18n._({
      id: 'audit.did.patient-session.end-one',
      message: 'A patient was signed out on one device',
    }),
  'patient-session.list': (i18n) =>
    i18n._({
      id: 'audit.did.patient-session.list',
      message: 'Where a patient is signed in was read',
    }),
  'patient-session.lost-phone': (i18n) =>
    i18n._({
      id: 'audit.did.patient-session.lost-phone',
      message: 'A patient’s phone was reported lost',
    }),
  'patient.change': (i18n) =>
    i18n._({ id: 'audit.did.patient.change', message: 'A patient’s details were changed' }),
  'patient.create': (i18n) =>
    i18n._({ id: 'audit.did.patient.create', message: 'A patient was added' }),
  'patient.duplicates': (i18n) =>
    i18n._({
      id: 'audit.did.patient.duplicates',
      message: 'Records that may be of one person were looked for',
    }),
  'patient.erase': (i18n) => i18n._({ id: 'audit.patient.erase', message: 'A patient was erased' }),
  'patient.export': (i18n) =>
    i18n._({ id: 'audit.patient.export', message: 'A patient’s record was taken out' }),
  'patient.export-page': (i18n) =>
    i18n._({
      id: 'audit.did.patient.export-page',
      message: 'A patient’s record was taken out as a page',
    }),
  'patient.import': (i18n) =>
    i18n._({ id: 'audit.did.patient.import', message: 'A list of patients was brought in' }),
  'patient.list': (i18n) =>
    i18n._({ id: 'audit.did.patient.list', message: 'The list of patients was read' }),
  'patient.merge': (i18n) =>
    i18n._({ id: 'audit.patient.merge', message: 'Two records became one' }),
  'patient.merged-into': (i18n) =>
    i18n._({ id: 'audit.did.patient.merged-into', message: 'A record became part of this one' }),
  'patient.read': (i18n) =>
    i18n._({ id: 'audit.patient.read', message: 'A patient’s record was opened' }),
  'patient.search': (i18n) =>
    i18n._({ id: 'audit.did.patient.search', message: 'A patient was looked for' }),
  'photo.create': (i18n) => i18n._({ id: 'audit.did.photo.create', message: 'A photo was added' }),
  'photo.list': (i18n) =>
    i18n._({ id: 'audit.did.photo.list', message: 'The list of photos was read' }),
  'photo.remove': (i18n) =>
    i18n._({ id: 'audit.did.photo.remove', message: 'A photo was removed' }),
  'photo.view': (i18n) => i18n._({ id: 'audit.did.photo.view', message: 'A photo was looked at' }),
  'photo.view-small': (i18n) =>
    i18n._({ id: 'audit.did.photo.view-small', message: 'A small photo was looked at' }),
  'pinned-protocol.read': (i18n) =>
    i18n._({ id: 'audit.did.pinned-protocol.read', message: 'The protocol of a plan was read' }),
  'plan.read': (i18n) => i18n._({ id: 'audit.did.plan.read', message: 'A plan was read' }),
  'procedure.correct': (i18n) =>
    i18n._({ id: 'audit.did.procedure.correct', message: 'The end of a session was corrected' }),
  'procedure.create': (i18n) =>
    i18n._({ id: 'audit.did.procedure.create', message: 'A session was recorded' }),
  'procedure.list': (i18n) =>
    i18n._({ id: 'audit.did.procedure.list', message: 'A patient’s sessions were read' }),
  'push-subscription.remove': (i18n) =>
    i18n._({ id: 'audit.did.push-subscription.remove', message: 'Push messages were turned off' }),
  'push-subscription.write': (i18n) =>
    i18n._({ id: 'audit.did.push-subscription.write', message: 'Push messages were turned on' }),
  'question.ask': (i18n) =>
    i18n._({ id: 'audit.did.question.ask', message: 'A question was asked' }),
  'receipt.create': (i18n) =>
    i18n._({ id: 'audit.did.receipt.create', message: 'A plan was given to a patient' }),
  'receipt.list': (i18n) =>
    i18n._({ id: 'audit.did.receipt.list', message: 'What a patient was given was read' }),
  'receipt.read': (i18n) =>
    i18n._({ id: 'audit.did.receipt.read', message: 'A plan that was given was opened' }),
  'series.list': (i18n) => i18n._({ id: 'audit.did.series.list', message: 'The series were read' }),
  'sign-in-code.create': (i18n) =>
    i18n._({ id: 'audit.did.sign-in-code.create', message: 'A patient asked for a sign-in code' }),
  'sign-in-code.redeem': (i18n) =>
    i18n._({ id: 'audit.did.sign-in-code.redeem', message: 'A patient signed in with a code' }),
  unsubscribe: (i18n) =>
    i18n._({ id: 'audit.did.unsubscribe', message: 'A patient stopped messages by a link' }),
  'unsubscribe.one-click': (i18n) =>
    i18n._({
      id: 'audit.did.unsubscribe.one-click',
      message: 'A patient stopped messages in their mail program',
    }),
  'verdict.ask': (i18n) => i18n._({ id: 'audit.did.verdict.ask', message: '“May I?” was asked' }),
} satisfies Readonly<Record<string, (i18n: I18n) => string>>
