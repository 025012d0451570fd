import type { Locale } from './patient-texts.ts'
import { sentencesOf } from './readability.ts'

/** Something that no patient may read, in each language. */
interface Forbidden {
  readonly what: string
  readonly why: string
  readonly in: Readonly<Record<Locale, RegExp>>
  /** A sentence that says this as well may stand: a condition is no statement. */
  readonly unless?: Readonly<Record<Locale, RegExp>>
}

/** A condition or a question. */
const CONDITION: Readonly<Record<Locale, RegExp>> = {
  en: /\b(if|unless|whether)\b|\?$/i,
  es: /(^|[\s¿(])si\s|\?$/i,
  ar: /(^|\s)و?(إذا|إن|لو|ما لم|هل)\s|\?$/,
  ur: /(^|\s)(اگر|کیا|جب تک)\s|\?$/,
}

/** The words that would make advice a diagnosis or a promise. */
export const FORBIDDEN: readonly Forbidden[] = [
  {
    what: 'diagnose',
    why: 'we do not',
    in: { en: /\bdiagnos/i, es: /diagn[oó]stic/i, ar: /تشخيص|[نيت]شخّ?ص/, ur: /تشخیص/ },
  },
  {
    what: 'detect',
    why: 'we measure nothing and look at no photo',
    in: {
      en: /\bdetect/i,
      es: /\bdetect/i,
      ar: /[نيت]كتشف|اكتشاف|[نيت]رصد/,
      ur: /شناخت کر|سراغ|پتہ لگا/,
    },
  },
  {
    what: 'you have',
    why: 'names a condition as the reader’s own',
    in: {
      en: /\byou have\b(?! (had|not|never|been|used|taken)\b)|\byou’ve got\b|\byou've got\b/i,
      es: /\b(tienes?|padeces?|sufres?) (de )?(una? )?(infecci|reacci|alergi|inflamaci|complicaci|enfermedad|herpes|queloid|quemadur|celulitis|granulom)/i,
      ar: /(لديك|عندك) (عدوى|التهاب|حساسية|مرض|حرق|هربس|جدرة|مضاعفات|رد فعل)|أنتِ? مصابة?/,
      ur: /آپ کو (انفیکشن|الرجی|سوزش|بیماری|ہرپس|کیلوئیڈ|جلن|ردِ? ?عمل)( \S+)? (ہے|ہیں|ہو گیا|ہو گئی)/,
    },
    unless: CONDITION,
  },
  {
    what: 'infection confirmed',
    why: 'nobody has looked at it',
    in: {
      en: /infection (is )?confirmed|confirmed infection/i,
      es: /infecci[oó]n (est[aá] )?confirmada/i,
      ar: /(عدوى|التهاب) مؤكد|تأكد(ت)? (العدوى|الالتهاب)/,
      ur: /انفیکشن کی تصدیق|تصدیق شدہ انفیکشن/,
    },
  },
  {
    what: 'safe to',
    why: 'a promise that nobody can make from here',
    in: {
      en: /\bsafe to\b/i,
      es: /\bes seguro (para|que|us|hac|pon|tom|volver)|puede[s]? \S+ sin (riesgo|peligro)/i,
      ar: /(من|بات|أصبح) (الآمن|المأمون)|آمن أن|بأمان/,
      ur: /کرنا محفوظ ہے|محفوظ طریقے سے \S+ سکتے/,
    },
    unless: CONDITION,
  },
  {
    what: 'normal for you',
    why: 'we do not know this person',
    in: {
      en: /\bnormal for you\b|\byou are fine\b|\byou’re fine\b/i,
      es: /normal (para|en) (usted|ti|tu caso|su caso)|(usted|tú) est[aá]s? bien\b/i,
      ar: /طبيعي (بالنسبة )?(لك|إليك)|أنت بخير/,
      ur: /آپ کے لیے (نارمل|معمول|عام)|آپ ٹھیک ہیں/,
    },
  },
  {
    what: 'no need to see',
    why: 'keeps somebody from help',
    in: {
      en: /\bno need to (see|call|go|contact)\b|\bneed not (see|call)\b|don’t need (to see|a doctor)/i,
      es: /no (hace falta|es necesario|necesita|necesitas) (que )?(ver|ir|acud|llam|consult|vaya|vea|llame)/i,
      ar: /لا (حاجة|داعي|ضرورة|يلزم|تحتاج) (إلى |ل)?(رؤية|مراجعة|زيارة|الاتصال|استشارة)/,
      ur: /(ڈاکٹر|کلینک) \S+ ?(دکھانے|جانے|ملنے|رابطے) کی (کوئی )?ضرورت نہیں/,
    },
  },
  {
    what: 'guarantee',
    why: 'nobody can',
    in: { en: /\bguarant/i, es: /\bgarant/i, ar: /نضمن|يضمن|تضمن|ضمان|مضمون/, ur: /ضمانت|گارنٹی/ },
  },
  {
    what: '% risk',
    why: 'we have no such number for one person',
    in: {
      en: /\d\s?(%|percent) (risk|chance)|(risk|chance) of \d+\s?(%|percent)/i,
      es: /\d\s?% de (riesgo|probabilidad)|(riesgo|probabilidad) del? \d+\s?%/i,
      ar: /[\d٠-٩]\s?[%٪] ?(خطر|احتمال)|(خطر|خطورة|احتمال) (بنسبة )?[\d٠-٩]+\s?[%٪]/,
      ur: /[\d۰-۹]+ ?(%|٪|فیصد) (خطر|امکان)/,
    },
  },
]

/** What a text says that it may not; empty where it is clean. */
export function forbiddenIn(text: string, locale: Locale): readonly string[] {
  return sentencesOf(text.replaceAll('؟', '? ').replaceAll('۔', '. ')).flatMap((sentence) =>
    FORBIDDEN.filter(
      (one) => one.in[locale].test(sentence) && one.unless?.[locale].test(sentence) !== true,
    ).map(({ what }) => `${what}: ${sentence}`),
  )
}
