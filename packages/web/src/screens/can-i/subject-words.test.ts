import { readFileSync } from 'node:fs'
import { applyPlan, assess, cautionOf, createPlanner, parseSession } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import type { Synonyms } from '../../words/load-synonyms.ts'
import { createTexts } from '../../words/texts.ts'
import { createSubjectSearch, joinSynonyms } from './subject-search.ts'

const HOUR = 3_600_000
const ROOT = new URL('../../../../../', import.meta.url)

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))
}

const ledgers = readLedgers(undefined, { cache: false })
const session = parseSession(readJson('examples/session.json'))
if (!ledgers.ok || !session.ok) throw new Error('the example or the ledger cannot be read')
const protocols = ledgers.value.map(({ protocol }) => protocol)
const plan = applyPlan(createPlanner(protocols), session.value)
const codes = Object.keys(plan.subjects)

function synonymsIn(locale: string): Synonyms {
  // Our own file of synonyms.
  return readJson(`protocols/microneedling/synonyms.${locale}.json`) as Synonyms
}

/** Everything that the app searches in a language: its own words, then the English ones. */
function searchIn(locale: string) {
  const tables = protocols.map(({ texts }) => texts[locale] ?? {})
  const texts = createTexts(locale, ...tables)
  const own = synonymsIn(locale)
  const all = joinSynonyms(codes, locale === 'en' ? [own] : [own, synonymsIn('en')])
  return { texts, own, find: createSubjectSearch(codes, texts, all) }
}

function cautionAfter(hours: number): (code: string) => number {
  return (code) => cautionOf(assess(plan, code, plan.anchor + hours * HOUR).status)
}

/** From the first hour to when almost all is open. */
const HOURS = [1, 30, 60, 100, 180, 400]

/**
 * Words that name mild things and strong ones alike, and the strong one that must come before any milder answer.
 * Written by locale as `word: subject`.
 */
const RISKY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'night cream': 'retinol',
    'eye cream': 'retinol',
    'anti-ageing cream': 'retinol',
    'face cream': 'skin-products',
    lotion: 'skin-products',
    cream: 'skin-products',
    serum: 'skin-products',
    mask: 'exfoliants',
    'face mask': 'exfoliants',
    'clay mask': 'exfoliants',
    'sheet mask': 'new-products',
    peel: 'chemical-peel',
    scrub: 'physical-scrub',
    toner: 'acids',
    acid: 'acids',
    filler: 'fillers',
    'hyaluronic filler': 'fillers',
    cleanser: 'strong-cleanser',
    'face wash': 'strong-cleanser',
    shower: 'hot-shower',
    actives: 'retinoids',
    'acne cream': 'adapalene',
    aspirin: 'aspirin-for-pain',
    'moisturiser with retinol': 'retinol',
    'salicylic face wash': 'salicylic-acid',
    'glycolic moisturiser': 'glycolic-acid',
  },
  es: {
    'crema de noche': 'retinol',
    'contorno de ojos': 'retinol',
    'crema antiarrugas': 'retinol',
    'crema facial': 'skin-products',
    loción: 'skin-products',
    crema: 'skin-products',
    sérum: 'skin-products',
    mascarilla: 'exfoliants',
    'mascarilla de arcilla': 'exfoliants',
    peeling: 'chemical-peel',
    scrub: 'physical-scrub',
    tónico: 'acids',
    ácido: 'acids',
    'ácidos para la cara': 'acids',
    relleno: 'fillers',
    'inyecciones de ácido hialurónico': 'fillers',
    'limpiador facial': 'strong-cleanser',
    ducha: 'hot-shower',
    'me puedo bañar': 'hot-shower',
    activos: 'retinoids',
    'crema para el acné': 'adapalene',
    sábila: 'herbal-cream',
  },
  ar: {
    'كريم ليلي': 'retinol',
    'كريم العين': 'retinol',
    'كريم تجاعيد': 'retinol',
    لوشن: 'skin-products',
    كريم: 'skin-products',
    سيروم: 'skin-products',
    ماسك: 'exfoliants',
    'ماسك طين': 'exfoliants',
    تقشير: 'chemical-peel',
    سكراب: 'physical-scrub',
    تونر: 'acids',
    حمض: 'acids',
    فيلر: 'fillers',
    'إبر هيالورونيك': 'fillers',
    غسول: 'strong-cleanser',
    دش: 'hot-shower',
    'مواد فعالة': 'retinoids',
    'كريم حبوب': 'adapalene',
    صبار: 'herbal-cream',
  },
  ur: {
    'نائٹ کریم': 'retinol',
    'رات کی کریم': 'retinol',
    لوشن: 'skin-products',
    کریم: 'skin-products',
    سیرم: 'skin-products',
    ماسک: 'exfoliants',
    'face mask': 'exfoliants',
    پیلنگ: 'chemical-peel',
    اسکرب: 'physical-scrub',
    ٹونر: 'acids',
    ایسڈ: 'acids',
    فلر: 'fillers',
    'فیس واش': 'strong-cleanser',
    'face wash karna': 'strong-cleanser',
    نہانا: 'hot-shower',
    'دانوں کی کریم': 'adapalene',
    'ایلو ویرا': 'herbal-cream',
  },
}

/** Vitamin A, as people type it: the retinoids lead. */
const VITAMIN_A: Readonly<Record<string, readonly string[]>> = {
  en: [
    'vitamin a',
    'vitamin a serum',
    'vit a serum',
    'vit a',
    'Vit. A',
    'can i use vitamin a serum',
  ],
  es: ['vitamina a', 'vit a', 'sérum de vitamina a', 'vitamina A serum'],
  ar: ['فيتامين أ', 'فيتامين ا', 'الفيتامين أ', 'سيروم فيتامين أ', 'فيتامين A', 'vitamin a serum'],
  ur: ['وٹامن اے', 'وٹامن اے سیرم', 'vitamin a serum', 'vit a serum', 'vit a'],
}

/** What no subject of ours is: it may be near one in letters, and is never told to fit it whole. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  en: ['cook', 'boat', 'cpap', 'alcohol wipe', 'plane', 'dove', 'wind', 'pray', 'lash'],
  es: ['cocinar', 'casa', 'cook', 'plane'],
  ar: ['قبلة', 'cook', 'plane'],
  ur: ['cook', 'pray', 'plane', 'dove'],
}

/** Questions as people type them, with the subject that answers them first. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'Can I go swimming tomorrow?': 'swimming',
    'when can i wear makeup again': 'makeup',
    'is it ok to have a glass of wine': 'alcohol',
  },
  es: {
    '¿Cuándo puedo maquillarme?': 'makeup',
    'puedo ir al gimnasio mañana': 'exercise',
    '¿Se puede tomar alcohol?': 'alcohol',
    '¿Puedo nadar en la piscina?': 'pool-swimming',
    'cuando puedo usar acido glicolico': 'glycolic-acid',
    '¿me puedo poner protector solar?': 'sunscreen',
  },
  ar: {
    'هل يمكنني السباحة؟': 'swimming',
    'متى أقدر أحط مكياج؟': 'makeup',
    'هل أقدر أروح الجيم': 'exercise',
    'ممكن أشرب كحول': 'alcohol',
    'هل يجوز التدخين': 'smoking',
    'متى استخدم الريتينول': 'retinol',
    'هل يمكن التعرض للشمس': 'sun-exposure',
    الوضوء: 'cleansing',
    'حمام السباحة': 'pool-swimming',
  },
  ur: {
    'کیا میں تیراکی کر سکتی ہوں؟': 'swimming',
    'میک اپ کب کر سکتے ہیں؟': 'makeup',
    'کیا میں جم جا سکتا ہوں': 'exercise',
    'شراب پی سکتا ہوں؟': 'alcohol',
    // The letters of an Arabic keyboard.
    'ميك اپ': 'makeup',
    سگريٹ: 'smoking',
    'kya main gym ja sakti hoon': 'exercise',
    'makeup kab laga sakte hain': 'makeup',
    نماز: 'skin-contact',
  },
}

describe.each(Object.keys(RISKY))('the search in %s', (locale) => {
  const { texts, own, find } = searchIn(locale)

  it('finds every subject by its name, and says that all of it was understood', () => {
    for (const code of codes) {
      const found = find(texts.subject(code), cautionAfter(1))
      expect(found.codes, code).toContain(code)
      expect(found.isPart, code).toBe(false)
    }
  })

  it('finds every subject by each word for it', () => {
    for (const [code, words] of Object.entries(own)) {
      for (const word of words) {
        expect(find(word, cautionAfter(1)).codes, `${code}: ${word}`).toContain(code)
      }
    }
  })

  it('shows all that share a word, the most cautious first, at every hour', () => {
    for (const word of Object.values(own).flat()) {
      const sharing = codes.filter((code) => own[code]?.includes(word))
      for (const hours of HOURS) {
        const caution = cautionAfter(hours)
        const [first = ''] = find(word, caution).codes
        const most = Math.max(...sharing.map(caution))
        expect(caution(first), `${word} after ${hours} hours`).toBeGreaterThanOrEqual(most)
      }
    }
  })

  it.each(Object.entries(RISKY[locale] ?? {}))(
    'shows nothing milder above: %s, %s',
    (word, code) => {
      for (const hours of HOURS) {
        const caution = cautionAfter(hours)
        const found = find(word, caution).codes
        const above = found.slice(0, found.indexOf(code))
        expect(found, word).toContain(code)
        expect(
          above.filter((one) => caution(one) < caution(code)),
          `after ${hours} hours`,
        ).toEqual([])
      }
    },
  )

  it.each(VITAMIN_A[locale] ?? [])('leads from %s to retinoids, at every hour', (words) => {
    for (const hours of HOURS) expect(find(words, cautionAfter(hours)).codes[0]).toBe('retinoids')
  })

  it('takes a vitamin without its letter for the one with the most caution, in part', () => {
    for (const hours of HOURS) {
      const caution = cautionAfter(hours)
      const { codes: found, isPart } = find('vitamin serum', caution)
      expect(isPart).toBe(true)
      expect(caution(found[0] ?? '')).toBeGreaterThanOrEqual(caution('retinoids'))
    }
  })

  it.each(ELSEWHERE[locale] ?? [])('does not say that all of it was understood: %s', (words) => {
    const found = find(words, cautionAfter(100))
    expect(found.isPart || found.codes.length === 0, found.codes.join()).toBe(true)
  })

  it.each(Object.entries(QUESTIONS[locale] ?? {}))('answers %s with %s', (question, code) => {
    expect(find(question, cautionAfter(60)).codes[0]).toBe(code)
  })
})
