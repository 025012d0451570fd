import type { I18n } from '@lingui/core'

/** What is done to the clinic, its team and its protocol, by the code that the audit has. */
export const CLINIC_ACTIONS = {
  'access.list': (i18n) =>
    i18n._({ id: 'audit.did.access.list', message: 'Who opened a record was read' }),
  'adoption.apply': (i18n) =>
    i18n._({
      id: 'audit.did.adoption.apply',
      message: 'Plans were changed to another version of the protocol',
    }),
  'adoption.current': (i18n) =>
    i18n._({ id: 'audit.did.adoption.current', message: 'The clinic’s protocol was read' }),
  'adoption.diff': (i18n) =>
    i18n._({
      id: 'audit.did.adoption.diff',
      message: 'Two versions of the protocol were compared',
    }),
  'adoption.list': (i18n) =>
    i18n._({ id: 'audit.did.adoption.list', message: 'The protocol’s history was read' }),
  'adoption.preview': (i18n) =>
    i18n._({
      id: 'audit.did.adoption.preview',
      message: 'What a change of the protocol would do was looked at',
    }),
  'adoption.publish': (i18n) =>
    i18n._({ id: 'audit.adoption', message: 'A protocol was published' }),
  'adoption.rollback': (i18n) =>
    i18n._({ id: 'audit.did.adoption.rollback', message: 'An older protocol was published again' }),
  'api-key.create': (i18n) => i18n._({ id: 'audit.key', message: 'An API key was made' }),
  'api-key.end': (i18n) => i18n._({ id: 'audit.did.api-key.end', message: 'An API key was ended' }),
  'api-key.list': (i18n) =>
    i18n._({ id: 'audit.did.api-key.list', message: 'The API keys were read' }),
  'audit.export-csv': (i18n) =>
    i18n._({ id: 'audit.did.audit.export-csv', message: 'This list was saved as a spreadsheet' }),
  'audit.list': (i18n) => i18n._({ id: 'audit.did.audit.list', message: 'This list was read' }),
  'channel.list': (i18n) =>
    i18n._({
      id: 'audit.did.channel.list',
      message: 'Somebody looked at how messages are sent',
    }),
  'channel.test': (i18n) =>
    i18n._({ id: 'audit.did.channel.test', message: 'A test message was sent' }),
  'clinic.card': (i18n) =>
    i18n._({ id: 'audit.did.clinic.card', message: 'How to reach the clinic was read' }),
  'clinic.change': (i18n) => i18n._({ id: 'audit.clinic', message: 'Settings were changed' }),
  'clinic.export': (i18n) =>
    i18n._({ id: 'audit.did.clinic.export', message: 'All records of the clinic were taken out' }),
  'clinic.read': (i18n) =>
    i18n._({ id: 'audit.did.clinic.read', message: 'The settings were read' }),
  'clinic.set-up': (i18n) =>
    i18n._({ id: 'audit.did.clinic.set-up', message: 'The clinic was set up' }),
  'day.list': (i18n) => i18n._({ id: 'audit.did.day.list', message: 'Today was read' }),
  'delivery.list': (i18n) =>
    i18n._({ id: 'audit.did.delivery.list', message: 'Messages that did not arrive were read' }),
  'delivery.list-patient': (i18n) =>
    i18n._({
      id: 'audit.did.delivery.list-patient',
      message: 'What was sent to a patient was read',
    }),
  'delivery.put-away': (i18n) =>
    i18n._({
      id: 'audit.did.delivery.put-away',
      message: 'A message that did not arrive was put away',
    }),
  'delivery.retry': (i18n) =>
    i18n._({ id: 'audit.did.delivery.retry', message: 'A message was sent again' }),
  'hook.bounce': (i18n) =>
    i18n._({ id: 'audit.did.hook.bounce', message: 'An address was reported not to work' }),
  'hook.session-completed': (i18n) =>
    i18n._({
      id: 'audit.did.hook.session-completed',
      message: 'A booking system told of a session',
    }),
  'insight.export-csv': (i18n) =>
    i18n._({
      id: 'audit.did.insight.export-csv',
      message: 'The figures were saved as a spreadsheet',
    }),
  'insight.read': (i18n) =>
    i18n._({ id: 'audit.did.insight.read', message: 'The figures were read' }),
  'protocol.list': (i18n) =>
    i18n._({ id: 'audit.did.protocol.list', message: 'The list of protocols was read' }),
  'protocol.read': (i18n) =>
    i18n._({ id: 'audit.did.protocol.read', message: 'A protocol was read' }),
  'push-key.read': (i18n) =>
    i18n._({
      id: 'audit.did.push-key.read',
      message: 'A phone asked how to get push messages',
    }),
  'retention.run': (i18n) =>
    i18n._({ id: 'audit.did.retention.run', message: 'What was kept long enough was removed' }),
  'session.end': (i18n) =>
    i18n._({ id: 'audit.did.session.end', message: 'Somebody ended one of their sign-ins' }),
  'session.end-others': (i18n) =>
    i18n._({ id: 'audit.did.session.end-others', message: 'Somebody ended their other sign-ins' }),
  'session.list': (i18n) =>
    i18n._({ id: 'audit.did.session.list', message: 'Somebody read where they are signed in' }),
  'session.read': (i18n) =>
    i18n._({ id: 'audit.did.session.read', message: 'Who is signed in was read' }),
  'team.accept': (i18n) =>
    i18n._({
      id: 'audit.did.team.accept',
      message: 'Somebody joined the team or chose a new password',
    }),
  'team.invitation.list': (i18n) =>
    i18n._({ id: 'audit.did.team.invitation.list', message: 'The open invitations were read' }),
  'team.invitation.withdraw': (i18n) =>
    i18n._({
      id: 'audit.did.team.invitation.withdraw',
      message: 'An invitation to the team was taken back',
    }),
  'team.invite': (i18n) => i18n._({ id: 'audit.team.invite', message: 'Somebody was invited' }),
  'team.list': (i18n) => i18n._({ id: 'audit.did.team.list', message: 'The team was read' }),
  'team.names': (i18n) =>
    i18n._({ id: 'audit.did.team.names', message: 'The names of the team were read' }),
  'team.remove': (i18n) => i18n._({ id: 'audit.team.remove', message: 'Somebody was removed' }),
  'team.reset-password': (i18n) =>
    i18n._({
      id: 'audit.did.team.reset-password',
      message: 'A password was taken away by whoever runs the server',
    }),
  'team.reset-second-factor': (i18n) =>
    i18n._({
      id: 'audit.did.team.reset-second-factor',
      message: 'A second step was taken away by whoever runs the server',
    }),
  'team.roles': (i18n) => i18n._({ id: 'audit.team.roles', message: 'Roles were changed' }),
  'webhook-endpoint.create': (i18n) =>
    i18n._({
      id: 'audit.did.webhook-endpoint.create',
      message: 'A system to tell of events was added',
    }),
  'webhook-endpoint.end': (i18n) =>
    i18n._({
      id: 'audit.did.webhook-endpoint.end',
      message: 'We stopped telling another system',
    }),
  'webhook-endpoint.list': (i18n) =>
    i18n._({
      id: 'audit.did.webhook-endpoint.list',
      message: 'The systems that are told were read',
    }),
  'webhook-endpoint.rotate': (i18n) =>
    i18n._({
      id: 'audit.did.webhook-endpoint.rotate',
      message: 'A system that is told got a new secret',
    }),
  'webhook-endpoint.test': (i18n) =>
    i18n._({
      id: 'audit.did.webhook-endpoint.test',
      message: 'A test was sent to another system',
    }),
  'webhook-source.create': (i18n) =>
    i18n._({ id: 'audit.did.webhook-source.create', message: 'A booking system was added' }),
  'webhook-source.end': (i18n) =>
    i18n._({ id: 'audit.did.webhook-source.end', message: 'A booking system was ended' }),
  'webhook-source.list': (i18n) =>
    i18n._({ id: 'audit.did.webhook-source.list', message: 'The booking systems were read' }),
  'webhook-source.rotate': (i18n) =>
    i18n._({ id: 'audit.did.webhook-source.rotate', message: 'A booking system got a new secret' }),
} satisfies Readonly<Record<string, (i18n: I18n) => string>>
