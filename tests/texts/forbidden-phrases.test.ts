import { describe, expect, it } from 'vitest'
import { FORBIDDEN, forbiddenIn } from './forbidden-phrases.ts'
import { readMessage } from './message.ts'
import {
  interfaceTexts,
  ledgerTexts,
  type Locale,
  type Texts,
  TRANSLATIONS,
  translatedInterface,
} from './patient-texts.ts'

/** One sentence each that has to be caught, in the order of the list. */
const CAUGHT: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'We diagnose it.',
    'This detects problems.',
    'You have an infection.',
    'Infection confirmed.',
    'It is safe to swim.',
    'This is normal for you.',
    'There is no need to see a doctor.',
    'We guarantee it.',
    'A 20 % risk of scars.',
  ],
  es: [
    'Este es su diagnóstico.',
    'Detectamos problemas.',
    'Usted tiene una infección.',
    'Infección confirmada.',
    'Es seguro nadar y es seguro usar cremas.',
    'Esto es normal para usted.',
    'No hace falta que vaya al médico.',
    'Lo garantizamos.',
    'Un 20 % de riesgo.',
  ],
  ar: [
    'هذا تشخيص.',
    'نكتشف المشكلات.',
    'لديك عدوى.',
    'عدوى مؤكدة.',
    'من الآمن أن تسبح.',
    'هذا طبيعي بالنسبة لك.',
    'لا داعي لزيارة الطبيب، لا حاجة إلى زيارة الطبيب.',
    'نضمن النتيجة.',
    'خطر بنسبة 20%.',
  ],
  ur: [
    'یہ تشخیص ہے۔',
    'ہم مسئلے کی شناخت کرتے ہیں۔',
    'آپ کو انفیکشن ہے۔',
    'انفیکشن کی تصدیق ہو گئی۔',
    'تیراکی کرنا محفوظ ہے۔',
    'یہ آپ کے لیے معمول ہے۔',
    'ڈاکٹر کو دکھانے کی ضرورت نہیں۔',
    'ہم ضمانت دیتے ہیں۔',
    '20 فیصد خطرہ ہے۔',
  ],
}

function offences(texts: Texts, locale: Locale): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    forbiddenIn(readMessage(text).pieces.join(' '), locale).map((found) => `${key}: ${found}`),
  )
}

describe('phrases that no patient may read', () => {
  it.each(['en', ...TRANSLATIONS] as const)('are caught in %s', (locale) => {
    const found = CAUGHT[locale].map((sentence) => forbiddenIn(sentence, locale)[0]?.split(':')[0])
    expect(found).toEqual(FORBIDDEN.map(({ what }) => what))
  })

  it('lets a condition stand, and what only looks like one of them', () => {
    const plain = {
      en: ['If you have a fever, call.', 'Tell the clinic if you have had cold sores.'],
      es: ['Llame si tiene fiebre.', 'Usted tiene que esperar.'],
      ar: ['اتصل إذا كان لديك حمى.'],
      ur: ['اگر آپ کو بخار ہے تو فون کریں۔'],
    }
    for (const locale of ['en', ...TRANSLATIONS] as const)
      expect(plain[locale].flatMap((text) => forbiddenIn(text, locale))).toEqual([])
  })

  it.each(['en', ...TRANSLATIONS] as const)('stand nowhere in the ledger in %s', (locale) => {
    const texts = ledgerTexts(locale)
    expect(Object.keys(texts).length).toBeGreaterThan(100)
    expect(offences(texts, locale)).toEqual([])
  })

  it('stand nowhere in the app in English', () => {
    expect(offences(interfaceTexts(), 'en')).toEqual([])
  })

  it.each(TRANSLATIONS)('stand nowhere in the app in %s', async (locale) => {
    expect(offences(await translatedInterface(locale), locale)).toEqual([])
  })
})
