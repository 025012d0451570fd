import type { MessageWords } from './message-words.ts'

export const englishWords: MessageWords = {
  product: 'Recovery plan',
  from: 'From {clinic}',
  unsubscribe: 'Stop these messages',
  footer: 'This message was sent automatically. Please do not answer it.',
  messages: {
    invitation: {
      subject: 'Your recovery plan is ready',
      line: 'Your recovery plan is ready.',
      more: 'Open it with the button, then press Start. The link is only for you. Please do not pass it on.',
      button: 'Open my plan',
    },
    reminder: {
      subject: 'Recovery plan: something is due',
      line: 'Something is due.',
      more: 'Open your plan to see what it is.',
      button: 'Open my plan',
    },
    digest: {
      subject: 'Recovery plan: today',
      line: 'Things due today: {count}.',
      more: 'Open your plan to see them.',
      button: 'Open my plan',
    },
    'window-opened': {
      subject: 'Recovery plan: something has changed',
      line: 'Something in your plan has changed.',
      more: 'Open your plan to see what you can do now.',
      button: 'Open my plan',
    },
    'check-in-due': {
      subject: 'Recovery plan: how are you?',
      line: 'Please tell us how you are.',
      more: 'It takes about 1 minute.',
      button: 'Answer now',
    },
    'clinic-replied': {
      subject: 'Recovery plan: you have an answer',
      line: 'You have an answer.',
      more: 'Open your plan to read it.',
      button: 'Read it',
    },
    'urgent-check-in': {
      subject: 'Urgent: an answer needs you now',
      line: 'An answer is marked urgent. Please look now.',
      more: 'Sign in to see who it is from and to confirm that you have seen it.',
      button: 'Look now',
    },
    escalation: {
      subject: 'Urgent: still not confirmed',
      line: 'An urgent answer has not been confirmed by anyone.',
      more: 'Nobody confirmed it in the time that was set. Please sign in and look now.',
      button: 'Look now',
    },
    'handed-over': {
      subject: 'An answer was handed to you',
      line: 'An answer is yours to deal with now.',
      more: 'Somebody of your team handed it to you. Sign in to see who it is from.',
      button: 'Look now',
    },
    'team-invitation': {
      subject: 'You are invited to a team',
      line: 'You are invited to join a team.',
      more: 'Use the button to make your account. The link works once.',
      button: 'Join the team',
    },
    'channel-test': {
      subject: 'Test message',
      line: 'This is a test. If you can read it, messages arrive.',
      more: 'There is nothing to do.',
      button: 'Open',
    },
  },
}
