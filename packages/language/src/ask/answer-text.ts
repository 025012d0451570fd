import { applyPlan, assess, type Instant, isOpen, type Status } from '@afterglow/engine'
import type { AskAnswer, AskPart } from './answer.ts'
import type { AskContext } from './ask.ts'

/** The languages that answers are written in. */
type AskLocale = 'en' | 'es' | 'ar' | 'ur'

/** What answers are written with: the ledger's texts in one language, and how that reader writes a time. */
interface AskWords {
  readonly locale: AskLocale
  readonly text: (key: string) => string
  readonly clock: (at: Instant) => string
}

/** What was asked about, and the words to answer with. */
export type Writing = AskContext & { readonly words: AskWords }

interface Copy {
  readonly status: Readonly<Record<Status, string>>
  readonly opens: (clock: string) => string
  readonly clinicOpens: string
  readonly alsoMeant: (names: string) => string
  readonly raised: Readonly<Record<AskPart['raisedBy'][number], string>>
  readonly understood: (what: string) => string
  readonly day: (day: number) => string
  readonly watchFor: (signs: string) => string
  readonly unknown: string
  readonly topics: Readonly<Record<NonNullable<AskAnswer['topic']>, string>>
}

const COPY: Readonly<Record<AskLocale, Copy>> = {
  en: {
    status: {
      avoid: 'Not yet',
      'ask-clinic': 'Ask your clinic first',
      unknown: 'Ask your clinic first',
      caution: 'Yes, with care',
      allowed: 'Yes',
      recommended: 'Yes, and it helps',
    },
    opens: (clock) => `It opens ${clock}.`,
    clinicOpens: 'No time opens this by itself: your clinic does.',
    alsoMeant: (names) => `Your words may also mean: ${names}. The stricter answer counts.`,
    raised: {
      product: 'We do not know what is in this product: read us its ingredient list.',
      'left-undone': 'You ask about leaving it out. The plan answers only about doing it.',
      'someone-else': 'This plan is for your skin alone, and you ask about somebody else.',
      dose: 'How much and how often is for your clinic or pharmacist to say.',
      forbidden: "Your clinic's word comes first, and you say it said no.",
      allergy: 'You write of an allergy: ask your clinic or pharmacist first.',
      words: 'We did not understand all of your words, and they may matter.',
      signs: 'What you say of your skin makes this answer stricter.',
      'red-flag': 'First get help with what you told us about your skin.',
    },
    understood: (what) => `We understood: ${what}.`,
    day: (day) => (day < 0 ? `${-day} days before your session` : `day ${day} after your session`),
    watchFor: (signs) => `You say it is not there. Get help if it comes: ${signs}.`,
    unknown:
      'We could not find an answer about your aftercare in these words. Please ask your clinic.',
    topics: {
      'is-normal':
        'This is how it goes for most people at this time. Tell your clinic if it gets worse.',
      results: 'Results come slowly, over weeks. Your results page shows what each source says.',
      'next-session':
        'Your sessions page shows when the next session can be. Your clinic sets the date.',
      'what-to-use': 'Your plan shows what is good for your skin now. Use plain products you know.',
      course: 'Your plan shows how healing goes, day by day.',
      done: 'It is done. Stop now, be gentle with your skin and watch it.',
      crisis:
        'Call the emergency number now, or go to the nearest emergency department. Do not wait, and do not stay alone.',
      'what-is': 'Your plan says what this is and what each source says about it.',
    },
  },
  es: {
    status: {
      avoid: 'Todavía no',
      'ask-clinic': 'Pregunta antes a tu clínica',
      unknown: 'Pregunta antes a tu clínica',
      caution: 'Sí, con cuidado',
      allowed: 'Sí',
      recommended: 'Sí, y ayuda',
    },
    opens: (clock) => `Se abre ${clock}.`,
    clinicOpens: 'Ningún plazo lo abre por sí solo: lo decide tu clínica.',
    alsoMeant: (names) =>
      `Tus palabras también pueden significar: ${names}. Vale la respuesta más estricta.`,
    raised: {
      product: 'No sabemos qué lleva este producto: danos su lista de ingredientes.',
      'left-undone': 'Preguntas por no hacerlo. El plan solo responde sobre hacerlo.',
      'someone-else': 'Este plan es solo para tu piel, y preguntas por otra persona.',
      dose: 'Cuánto y cada cuánto lo dice tu clínica o tu farmacia.',
      forbidden: 'La palabra de tu clínica va primero, y dices que dijo que no.',
      allergy: 'Hablas de una alergia: pregunta antes a tu clínica o farmacia.',
      words: 'No hemos entendido todas tus palabras, y pueden importar.',
      signs: 'Lo que cuentas de tu piel hace más estricta esta respuesta.',
      'red-flag': 'Primero pide ayuda por lo que cuentas de tu piel.',
    },
    understood: (what) => `Hemos entendido: ${what}.`,
    day: (day) => (day < 0 ? `${-day} días antes de tu sesión` : `día ${day} después de tu sesión`),
    watchFor: (signs) => `Dices que no lo tienes. Pide ayuda si aparece: ${signs}.`,
    unknown:
      'No hemos encontrado en estas palabras una respuesta sobre tus cuidados. Pregunta a tu clínica.',
    topics: {
      'is-normal': 'Así le va a la mayoría en este momento. Avisa a tu clínica si empeora.',
      results:
        'Los resultados llegan poco a poco, en semanas. Tu página de resultados dice qué dice cada fuente.',
      'next-session':
        'Tu página de sesiones dice cuándo puede ser la próxima. La fecha la pone tu clínica.',
      'what-to-use':
        'Tu plan dice qué le va bien a tu piel ahora. Usa productos sencillos que ya conoces.',
      course: 'Tu plan dice cómo se cura la piel, día a día.',
      done: 'Ya está hecho. Para ahora, trata la piel con suavidad y obsérvala.',
      crisis:
        'Llama ya al número de emergencias o ve a urgencias. No esperes ni te quedes a solas.',
      'what-is': 'Tu plan dice qué es y qué dice cada fuente.',
    },
  },
  ar: {
    status: {
      avoid: 'ليس بعد',
      'ask-clinic': 'اسأل عيادتك أولًا',
      unknown: 'اسأل عيادتك أولًا',
      caution: 'نعم، بحذر',
      allowed: 'نعم',
      recommended: 'نعم، وهو مفيد',
    },
    opens: (clock) => `يصبح ممكنًا ${clock}.`,
    clinicOpens: 'لا يكفي مرور الوقت وحده: عيادتك هي التي تقرر.',
    alsoMeant: (names) => `قد تعني كلماتك أيضًا: ${names}. الجواب الأكثر حذرًا هو المعتمد.`,
    raised: {
      product: 'لا نعرف ما في هذا المنتج: أعطنا قائمة مكوناته.',
      'left-undone': 'أنت تسأل عن ترك هذا. الخطة تجيب فقط عن فعله.',
      'someone-else': 'هذه الخطة لبشرتك وحدك، وأنت تسأل عن شخص آخر.',
      dose: 'الكمية وعدد المرات تقررها عيادتك أو الصيدلي.',
      forbidden: 'كلمة عيادتك أولًا، وأنت تقول إنها قالت لا.',
      allergy: 'تتحدث عن حساسية: اسأل عيادتك أو الصيدلي أولًا.',
      words: 'لم نفهم كل كلماتك، وقد تكون مهمة.',
      signs: 'ما قلته عن بشرتك يجعل هذا الجواب أكثر حذرًا.',
      'red-flag': 'اطلب المساعدة أولًا بشأن ما قلته عن بشرتك.',
    },
    understood: (what) => `فهمنا: ${what}.`,
    day: (day) => (day < 0 ? `قبل جلستك بعدد أيام: ${-day}` : `اليوم ${day} بعد جلستك`),
    watchFor: (signs) => `تقول إنه غير موجود. اطلب المساعدة إن ظهر: ${signs}.`,
    unknown: 'لم نجد في هذه الكلمات جوابًا عن العناية بعد جلستك. اسأل عيادتك.',
    topics: {
      'is-normal': 'هكذا يكون الحال عند معظم الناس في هذا الوقت. أخبر عيادتك إن ساء.',
      results: 'تظهر النتائج ببطء، خلال أسابيع. صفحة النتائج تعرض ما يقوله كل مصدر.',
      'next-session': 'صفحة الجلسات تعرض متى يمكن أن تكون الجلسة التالية. عيادتك تحدد الموعد.',
      'what-to-use': 'خطتك تعرض ما يفيد بشرتك الآن. استخدم منتجات بسيطة تعرفها.',
      course: 'خطتك تعرض كيف يسير التعافي يومًا بيوم.',
      done: 'لقد حدث. توقف الآن، وكن لطيفًا مع بشرتك وراقبها.',
      crisis: 'اتصل برقم الطوارئ الآن أو اذهب إلى أقرب قسم طوارئ. لا تنتظر ولا تبق وحدك.',
      'what-is': 'خطتك تشرح ما هذا وما يقوله كل مصدر عنه.',
    },
  },
  ur: {
    status: {
      avoid: 'ابھی نہیں',
      'ask-clinic': 'پہلے اپنے کلینک سے پوچھیں',
      unknown: 'پہلے اپنے کلینک سے پوچھیں',
      caution: 'ہاں، احتیاط سے',
      allowed: 'ہاں',
      recommended: 'ہاں، اور یہ فائدہ مند ہے',
    },
    opens: (clock) => `یہ ${clock} سے ہو سکتا ہے۔`,
    clinicOpens: 'صرف وقت گزرنے سے اجازت نہیں ملتی: آپ کا کلینک بتائے گا۔',
    alsoMeant: (names) =>
      `آپ کے الفاظ کا یہ مطلب بھی ہو سکتا ہے: ${names}۔ زیادہ احتیاط والا جواب مانا جائے گا۔`,
    raised: {
      product: 'ہمیں نہیں معلوم اس میں کیا ہے: اس کے اجزا کی فہرست دیں۔',
      'left-undone': 'آپ اسے نہ کرنے کا پوچھ رہے ہیں۔ پلان صرف کرنے کا جواب دیتا ہے۔',
      'someone-else': 'یہ پلان صرف آپ کی جلد کے لیے ہے، اور آپ کسی اور کا پوچھ رہے ہیں۔',
      dose: 'کتنی مقدار اور کتنی بار، یہ آپ کا کلینک یا فارماسسٹ بتائے گا۔',
      forbidden: 'آپ کے کلینک کی بات پہلے ہے، اور آپ کہتے ہیں کہ اس نے منع کیا۔',
      allergy: 'آپ الرجی کا ذکر کرتے ہیں: پہلے کلینک یا فارماسسٹ سے پوچھیں۔',
      words: 'ہم آپ کے سب الفاظ نہیں سمجھے، اور وہ اہم ہو سکتے ہیں۔',
      signs: 'آپ نے جلد کے بارے میں جو بتایا اس سے جواب میں زیادہ احتیاط ہے۔',
      'red-flag': 'آپ نے جلد کے بارے میں جو بتایا پہلے اس کے لیے مدد لیں۔',
    },
    understood: (what) => `ہم یہ سمجھے: ${what}۔`,
    day: (day) => (day < 0 ? `سیشن سے ${-day} دن پہلے` : `سیشن کے بعد دن ${day}`),
    watchFor: (signs) => `آپ کہتے ہیں یہ نہیں ہے۔ اگر یہ ہو تو مدد لیں: ${signs}۔`,
    unknown: 'ان الفاظ میں ہمیں آپ کی دیکھ بھال کا جواب نہیں ملا۔ اپنے کلینک سے پوچھیں۔',
    topics: {
      'is-normal': 'اس وقت زیادہ تر لوگوں کے ساتھ ایسا ہوتا ہے۔ اگر بڑھے تو کلینک کو بتائیں۔',
      results: 'نتیجہ آہستہ آہستہ ہفتوں میں آتا ہے۔ نتائج کے صفحے پر ہر ذریعے کی بات ہے۔',
      'next-session': 'سیشن کے صفحے پر ہے کہ اگلا سیشن کب ہو سکتا ہے۔ تاریخ کلینک طے کرے گا۔',
      'what-to-use':
        'آپ کے پلان میں ہے کہ ابھی جلد کے لیے کیا اچھا ہے۔ سادہ، جانی پہچانی چیزیں لگائیں۔',
      course: 'آپ کے پلان میں ہے کہ جلد روز بروز کیسے ٹھیک ہوتی ہے۔',
      done: 'یہ ہو چکا۔ اب رک جائیں، جلد سے نرمی کریں اور اس پر نظر رکھیں۔',
      crisis:
        'ابھی ایمرجنسی نمبر پر کال کریں یا قریبی ایمرجنسی جائیں۔ انتظار نہ کریں اور اکیلے نہ رہیں۔',
      'what-is': 'آپ کے پلان میں ہے کہ یہ کیا ہے اور ہر ذریعہ کیا کہتا ہے۔',
    },
  },
}

/** The answer in a few sentences, the most urgent first; last what was understood. */
export function answerText(context: Writing, answer: AskAnswer): string {
  const { words } = context
  const copy = COPY[words.locale]
  const lines = [
    ...(answer.topic === 'crisis'
      ? [words.text('disposition.emergency'), copy.topics.crisis]
      : triageLines(answer, words)),
    ...(answer.topic && answer.kind === 'info' ? [copy.topics[answer.topic]] : []),
    ...(answer.topic === 'done' ? doneLines(context, answer.parts) : []),
    ...answer.parts.map((part) => partText(context, part)),
    ...(answer.kind === 'unknown' ? [copy.unknown] : []),
    ...deniedLines(answer, words),
    ...understoodLines(context, answer),
  ]
  return lines.join('\n')
}

function triageLines({ kind, triage }: AskAnswer, words: AskWords): readonly string[] {
  if (!triage) return []
  const net = triage.safetyNet.map((id) => words.text(`safety-net.${id}`))
  return kind === 'triage' ? [words.text(`disposition.${triage.disposition}`), ...net] : []
}

/** What the sources advise once it is done; the engine keeps it for whoever tells it of it. */
function doneLines(
  { planner, session, at, words }: Writing,
  parts: readonly AskPart[],
): readonly string[] {
  const subjects = [...new Set(parts.map(({ subject }) => subject))]
  const events = subjects.map((subject) => ({ type: 'done' as const, at, subject }))
  const { done } = applyPlan(planner, { ...session, events: [...session.events, ...events] })
  return done
    .slice(-events.length)
    .flatMap(({ text, watchFor }) => [
      ...(text === undefined ? [] : [words.text(text)]),
      ...(watchFor.length === 0 ? [] : [signNames(watchFor, words)]),
    ])
}

function partText({ words, plan }: Writing, part: AskPart): string {
  const copy = COPY[words.locale]
  const name = words.text(`subject.${part.subject}`)
  const others = part.others.map((code) => words.text(`subject.${code}`)).join(', ')
  const isKnown = assess(plan, part.subject, part.at).nextChangeAt !== null || part.opensAt !== null
  return [
    `${copy.status[part.status]}: ${name}, ${words.clock(part.at)}.`,
    ...(isOpen(part.status)
      ? []
      : [part.opensAt === null ? copy.clinicOpens : copy.opens(words.clock(part.opensAt))]),
    ...part.raisedBy.map((why) => copy.raised[why]),
    ...(others === '' || !isKnown ? [] : [copy.alsoMeant(others)]),
  ].join(' ')
}

function deniedLines({ understood, kind }: AskAnswer, words: AskWords): readonly string[] {
  if (understood.denied.length === 0 || kind === 'triage') return []
  return [COPY[words.locale].watchFor(signNames(understood.denied, words))]
}

function signNames(signs: readonly string[], words: AskWords): string {
  return signs.map((sign) => words.text(`sign.${sign}`).split(/[:：]/)[0] ?? sign).join(', ')
}

function understoodLines({ words }: Writing, { understood, kind }: AskAnswer): readonly string[] {
  if (kind === 'unknown') return []
  const copy = COPY[words.locale]
  const what = [
    ...understood.subjects.map((code) => words.text(`subject.${code}`)),
    ...(understood.signs.length === 0 ? [] : [signNames(understood.signs, words)]),
    ...understood.times.slice(0, 3).map(({ from }) => words.clock(from)),
    ...(understood.day === null ? [] : [copy.day(understood.day)]),
  ]
  return [copy.understood(what.join(', '))]
}
