import { localeOf } from '../deliver/message-of.ts'
import type { Locale } from '../deliver/words/message-words.ts'

/** What a patient is told of a message that mails nobody: it waits in the inbox. */
const READ_LATER = {
  en: 'Somebody at the clinic reads this during opening hours. If anything gets worse before that, call.',
  es: 'Alguien de la clínica lo lee en el horario de atención. Si algo empeora antes, llame.',
  ar: 'يقرأ أحد في العيادة هذا خلال ساعات العمل. إذا ساء أي شيء قبل ذلك، فاتصل.',
  ur: 'کلینک میں کوئی اسے کھلنے کے اوقات میں پڑھتا ہے۔ اگر اس سے پہلے کچھ بگڑ جائے تو فون کریں۔',
} as const satisfies Record<Locale, string>

export function readLater(locale: string): string {
  return READ_LATER[localeOf(locale)]
}
