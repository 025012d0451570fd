import { arabicWords } from './ar.ts'
import { englishWords } from './en.ts'
import { spanishWords } from './es.ts'
import { urduWords } from './ur.ts'

export const LOCALES = ['en', 'es', 'ar', 'ur'] as const
export type Locale = (typeof LOCALES)[number]

export const MESSAGE_KINDS = [
  'invitation',
  'reminder',
  'digest',
  'window-opened',
  'check-in-due',
  'clinic-replied',
  'urgent-check-in',
  'escalation',
  'handed-over',
  'team-invitation',
  'channel-test',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/**
 * Any of it may be read on a lock screen by somebody else: no procedure, no sign, no part of the body,
 * no name. `{count}` stands for a value.
 */
interface MessageText {
  /** Subject of the mail, title of the page. */
  readonly subject: string
  /** One sentence: the whole of a push message, the start of a mail or SMS. */
  readonly line: string
  /** What a mail says besides; may be empty. */
  readonly more: string
  /** The name of the one link. */
  readonly button: string
}

export interface MessageWords {
  /** Title of a push message. */
  readonly product: string
  /** `{clinic}`: only of a clinic, and to a person, that chose to have it said. */
  readonly from: string
  readonly unsubscribe: string
  /** Under each mail: nobody reads the answers. */
  readonly footer: string
  readonly messages: Readonly<Record<MessageKind, MessageText>>
}

const WORDS = {
  en: englishWords,
  es: spanishWords,
  ar: arabicWords,
  ur: urduWords,
} satisfies Record<Locale, MessageWords>

export function messageWords(locale: Locale): MessageWords {
  return WORDS[locale]
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' || locale === 'ur' ? 'rtl' : 'ltr'
}
