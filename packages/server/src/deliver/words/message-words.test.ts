import { expect, it } from 'vitest'
import { LOCALES, type Locale, MESSAGE_KINDS, messageWords } from './message-words.ts'

/** Whole words that tell a stranger what was done, where or how it looks; `*` ends a stem. */
const REVEALING: Record<Locale, string> = {
  en: `microneedling needl* derma* skin facial face neck chest scalp hair body acne scar* red redness
    swell* swollen bleed* blood bruis* itch* pain* sore wound* crust* peel* laser cream makeup
    sunscreen retin* infection fever symptom* procedure* treatment* session surgery cosmetic
    aesthetic beauty clinic doctor nurse patient afterglow`,
  es: `microagujas microneedling aguja* piel facial cara rostro cuello pecho cuero pelo cabello cuerpo
    acné cicatri* roj* enrojec* hincha* sangr* moret* picor* dolor* herida* costra* pela* láser crema
    maquillaje solar retin* infección fiebre síntoma* signo procedimiento* tratamiento* sesión cirugía
    cosmétic* estétic* belleza clínica médic* enfermer* paciente`,
  ar: `إبر* ميكرونيدلينغ وخز* بشرة جلد* وجه رقبة صدر فروة شعر جسم حب حبوب ندب* احمرار تورم* انتفاخ
    نزيف دم كدمة كدمات حكة ألم آلام جرح قشرة تقشير ليزر كريم مكياج شمس ريتينول عدوى حمى حرارة أعراض عرض
    إجراء علاج جلسة جراحة تجميل* عيادة طبيب* ممرض* مريض*`,
  ur: `مائیکرونیڈلنگ سوئی* جلد جِلد چہر* گردن سینہ کھوپڑی بال بالوں جسم مہاس* داغ* نشان* سرخ* لال سوج*
    خون نیل خارش درد زخم* چھلک* لیزر کریم میک دھوپ ریٹینول انفیکشن بخار علامت* علاج سیشن سرجری خوبصورتی
    کلینک ڈاکٹر نرس مریض*`,
}

const EVERY = LOCALES.flatMap((locale) => MESSAGE_KINDS.map((kind) => [locale, kind] as const))

function textsOf(locale: Locale, kind: (typeof MESSAGE_KINDS)[number]): readonly string[] {
  const { subject, line, more, button } = messageWords(locale).messages[kind]
  return [subject, line, more, button]
}

function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  return words.flatMap((word) => [
    word,
    word.replace(/^[وفبلك]?ال/u, ''),
    word.replace(/^[وفبلك]/u, ''),
  ])
}

function revealed(locale: Locale, text: string): readonly string[] {
  const listed = REVEALING[locale].split(/\s+/)
  return wordsIn(text).filter((word) =>
    listed.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one)),
  )
}

function holes(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort()
}

it.each(EVERY)('says nothing of procedure, sign or body in %s: %s', (locale, kind) => {
  const { product, unsubscribe, footer } = messageWords(locale)
  const texts = [...textsOf(locale, kind), product, unsubscribe, footer]
  expect(texts.flatMap((text) => revealed(locale, text))).toEqual([])
})

it('would notice: the list bites in each language', () => {
  expect(revealed('en', 'After microneedling')).toEqual(expect.arrayContaining(['microneedling']))
  expect(revealed('es', '¿Tiene la piel roja?')).toEqual(expect.arrayContaining(['piel', 'roja']))
  expect(revealed('ar', 'هل زاد الاحمرار والتورم؟')).toEqual(
    expect.arrayContaining(['احمرار', 'تورم']),
  )
  expect(revealed('ur', 'چہرے پر سرخی')).toEqual(expect.arrayContaining(['چہرے', 'سرخی']))
})

it.each(EVERY)(
  'has each text in %s: %s, with the same places and link as English',
  (locale, kind) => {
    const [texts, english] = [textsOf(locale, kind), textsOf('en', kind)]
    expect(texts.map((text) => text.trim() === '')).toEqual(english.map((text) => text === ''))
    expect(texts.map(holes)).toEqual(english.map(holes))
    if (locale !== 'en')
      expect(texts.filter((text) => text !== '' && english.includes(text))).toEqual([])
  },
)

it('keeps the clinic out of every text but the one that names it', () => {
  for (const locale of LOCALES) {
    const { messages, from } = messageWords(locale)
    expect(JSON.stringify(messages)).not.toContain('{clinic}')
    expect(holes(from)).toEqual(['{clinic}'])
  }
})

it('puts no code and no number of things on the subject line', () => {
  for (const [locale, kind] of EVERY) expect(holes(textsOf(locale, kind)[0] ?? '')).toEqual([])
})
