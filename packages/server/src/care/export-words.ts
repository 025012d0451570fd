import type { Locale } from '../deliver/words/message-words.ts'

/** What the readable copy of a record calls its parts. */
export interface ExportWords {
  readonly title: string
  readonly exportedAt: string
  readonly parts: Readonly<Record<ExportPart, string>>
  readonly nothing: string
}

export const EXPORT_PARTS = [
  'profile',
  'consents',
  'messages',
  'events',
  'plan',
  'receipts',
  'photos',
  'accesses',
] as const
type ExportPart = (typeof EXPORT_PARTS)[number]

export const EXPORT_WORDS: Readonly<Record<Locale, ExportWords>> = {
  en: {
    title: 'My record',
    exportedAt: 'Copied on',
    nothing: 'Nothing is kept here.',
    parts: {
      profile: 'Who I am',
      consents: 'What I agreed to',
      messages: 'Messages',
      events: 'What happened',
      plan: 'My plan',
      receipts: 'What I was given',
      photos: 'Photos',
      accesses: 'Who saw my record',
    },
  },
  es: {
    title: 'Mi historial',
    exportedAt: 'Copiado el',
    nothing: 'Aquí no se guarda nada.',
    parts: {
      profile: 'Quién soy',
      consents: 'Lo que he aceptado',
      messages: 'Mensajes',
      events: 'Lo que ha pasado',
      plan: 'Mi plan',
      receipts: 'Lo que se me ha dado',
      photos: 'Fotos',
      accesses: 'Quién ha visto mi historial',
    },
  },
  ar: {
    title: 'سجلّي',
    exportedAt: 'نُسخ في',
    nothing: 'لا شيء محفوظ هنا.',
    parts: {
      profile: 'من أنا',
      consents: 'ما وافقت عليه',
      messages: 'الرسائل',
      events: 'ما حدث',
      plan: 'خطتي',
      receipts: 'ما أُعطي لي',
      photos: 'الصور',
      accesses: 'من اطّلع على سجلّي',
    },
  },
  ur: {
    title: 'میرا ریکارڈ',
    exportedAt: 'نقل کی تاریخ',
    nothing: 'یہاں کچھ محفوظ نہیں۔',
    parts: {
      profile: 'میں کون ہوں',
      consents: 'میں نے کس کی اجازت دی',
      messages: 'پیغامات',
      events: 'کیا ہوا',
      plan: 'میرا پلان',
      receipts: 'مجھے کیا دیا گیا',
      photos: 'تصاویر',
      accesses: 'میرا ریکارڈ کس نے دیکھا',
    },
  },
}
