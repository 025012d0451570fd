import { wordList } from '../words/word-list.ts'

/** What a word or phrase of time stands for. */
export type TimeWord =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly count?: number }
  | { readonly kind: 'day'; readonly days: number }
  | { readonly kind: 'weekday'; readonly day: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly [K in Mark]: { readonly kind: K } }[Mark]

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month'
export type Part = 'morning' | 'afternoon' | 'evening' | 'night'
type Mark =
  | 'now'
  | 'after'
  | 'until-then'
  | 'before'
  | 'in'
  | 'ago'
  | 'session'
  | 'weekend'
  | 'next'
  | 'last'
  | 'since'
  | 'half'
  | 'am'
  | 'pm'
  | 'clock'
  | 'vague'
  | 'next-morning'

const entry = (text: string, word: TimeWord) => wordList(text).map((one) => [one, word] as const)
const each = (texts: readonly string[], make: (k: number) => TimeWord) =>
  texts.flatMap((text, k) => entry(text, make(k)))

const NUMBERS = [
  'one, a, an, un, una, uno, ek, aik, ایک, واحد, واحده',
  'two, couple, couple of, a couple, a couple of, dos, do, دو, اثنين, ثنتين, تنين',
  'three, few, a few, tres, teen, tin, تین, ثلاث, ثلاثه, تلات, تلت, تلاته',
  'four, cuatro, char, chaar, چار, اربع, اربعه',
  'five, cinco, paanch, panch, پانچ, خمس, خمسه',
  'six, seis, chay, cheh, che, چھ, چھے, ست, سته',
  'seven, siete, saat, sat, سات, سبع, سبعه',
  'eight, ocho, aath, ath, آٹھ, ثمان, ثماني, ثمانيه, تمن',
  'nine, nueve, nau, نو, تسع, تسعه',
  'ten, diez, das, dus, دس, عشر, عشره',
  'eleven, once dias, gyara, گیارہ',
  'twelve, doce, bara, barah, بارہ, اثني عشر',
]
const ORDINALS = [
  'first, 1st, primer, primero, primera, pehle din, pehla, پہلے دن, اول يوم, الاول',
  'second, 2nd, segundo, doosre, dusre, دوسرے, الثاني, ثاني',
  'third, 3rd, tercer, tercero, teesre, tisre, تیسرے, الثالث, ثالث',
  'fourth, 4th, cuarto, chauthe, chothe, چوتھے, الرابع, رابع',
  'fifth, 5th, quinto, panchve, panchwe, پانچویں, الخامس, خامس',
  'sixth, 6th, sexto, chhate, چھٹے, السادس, سادس',
  'seventh, 7th, septimo, satve, saatve, ساتویں, السابع, سابع',
  'eighth, 8th, octavo, aathve, آٹھویں, الثامن, ثامن',
  'ninth, 9th, noveno, نویں, التاسع',
  'tenth, 10th, decimo, dasve, دسویں, العاشر, عاشر',
]
const WEEKDAYS = [
  'monday, mon, lunes, somwar, peer, پیر, سوموار, الاثنين, الاتنين',
  'tuesday, tues, tue, martes, mangal, منگل, الثلاثاء, التلات',
  'wednesday, weds, wed, miercoles, budh, بدھ, الاربعاء, الاربعا',
  'thursday, thurs, thur, thu, jueves, jumerat, jumeraat, جمعرات, الخميس',
  'friday, fri, viernes, juma, jumma, jume, jumay, جمعہ, جمعے, الجمعه',
  'saturday, sat, sabado, haftay ke din, sanichar, saneechar, ہفتے کے دن, ہفتہ کے دن, السبت',
  'sunday, sun day, domingo, itwar, itwaar, اتوار, الاحد',
]
const MONTHS = [
  'january, jan, enero, يناير, جنوری',
  'february, feb, febrero, فبراير, فروری',
  'march, marzo, مارس, مارچ',
  'april, apr, abril, ابريل, اپریل',
  'may, mayo, مايو, مئی',
  'june, jun, junio, يونيو, جون',
  'july, jul, julio, يوليو, جولائی',
  'august, aug, agosto, اغسطس, اگست',
  'september, sept, sep, septiembre, سبتمبر, ستمبر',
  'october, oct, octubre, اكتوبر, اکتوبر',
  'november, nov, noviembre, نوفمبر, نومبر',
  'december, dec, diciembre, ديسمبر, دسمبر',
]

/** Every word of time in English, Spanish, Urdu (Roman and script) and Arabic. */
export const TIME_ENTRIES: readonly (readonly [string, TimeWord])[] = [
  ...each(NUMBERS, (k) => ({ kind: 'number', value: k + 1 })),
  ...each(ORDINALS, (k) => ({ kind: 'ordinal', value: k + 1 })),
  ...each(WEEKDAYS, (k) => ({ kind: 'weekday', day: k })),
  ...each(MONTHS, (k) => ({ kind: 'month', month: k + 1 })),
  ...entry('minute, minutes, min, mins, minuto, minutos, minat, منٹ, دقيقه, دقايق', {
    kind: 'unit',
    unit: 'minute',
  }),
  ...entry(
    'hour, hours, hr, hrs, h, hora, horas, ghanta, ghante, ghanton, ghantay, گھنٹہ, گھنٹے, گھنٹوں, ساعه, ساعات',
    { kind: 'unit', unit: 'hour' },
  ),
  ...entry('ساعتين', { kind: 'unit', unit: 'hour', count: 2 }),
  ...entry('day, days, d, dia, dias, din, dino, dinon, دن, دنوں, يوم, ايام', {
    kind: 'unit',
    unit: 'day',
  }),
  ...entry('يومين', { kind: 'unit', unit: 'day', count: 2 }),
  ...entry(
    'week, weeks, wk, wks, semana, semanas, hafta, hafte, hafton, haftay, ہفتہ, ہفتے, ہفتوں, اسبوع, اسابيع',
    { kind: 'unit', unit: 'week' },
  ),
  ...entry('fortnight, اسبوعين', { kind: 'unit', unit: 'week', count: 2 }),
  ...entry('month, months, mes, meses, mahina, mahine, mahinay, مہینہ, مہینے, شهر, اشهر, شهور', {
    kind: 'unit',
    unit: 'month',
  }),
  ...entry('شهرين', { kind: 'unit', unit: 'month', count: 2 }),
  ...entry('today, hoy, aaj, aj, آج, اليوم, النهارده, انهارده, هاليوم, later today, rn', {
    kind: 'day',
    days: 0,
  }),
  ...entry(
    'tomorrow, tmrw, tmr, tomoz, tmrow, tomorow, tommorow, tommorrow, 2moro, manana, kal, kl, کل, غدا, غد, بكره, بكرا, باكر, باچر, بعد ساعات',
    { kind: 'day', days: 1 },
  ),
  ...entry(
    'day after tomorrow, the day after tomorrow, pasado manana, parson, parso, پرسوں, بعد غد, بعد بكره, بعد بكرا',
    { kind: 'day', days: 2 },
  ),
  ...entry(
    'yesterday, last night, ayer, anoche, guzishta, beeta kal, گزشتہ کل, امس, امبارح, مبارح',
    {
      kind: 'day',
      days: -1,
    },
  ),
  ...entry('day before yesterday, anteayer, antier, اول امس', { kind: 'day', days: -2 }),
  ...entry(
    'now, right now, at the moment, straight away, immediately, ahora, ahora mismo, ahorita, abhi, abi, ابھی, الان, الحين, هلق, دلوقتي, هسه, حاليا',
    { kind: 'now' },
  ),
  ...entry(
    'after, post, later, afterwards, afterward, past, despues, tras, luego, baad, bd, بعد, following, in after, postop, out',
    { kind: 'after' },
  ),
  ...entry('before, prior, antes, pehle, pehlay, پہلے, قبل', { kind: 'before' }),
  ...entry('in, within, from now, dentro, en, mein, me, میں, خلال, في', { kind: 'in' }),
  ...entry('ago, back, hace, pehle hui, pehle hua, pehle karwa, منذ, قبل كده, کو ہوئے', {
    kind: 'ago',
  }),
  ...entry('since, desde, از', { kind: 'since' }),
  ...entry(
    'session, treatment, microneedling, needling, procedure, appointment, sesion, tratamiento, microagujas, dermapen, علاج, جلسه, جلستي, الجلسه, سیشن, علاج کے',
    { kind: 'session' },
  ),
  ...entry(
    'weekend, the weekend, this weekend, fin de semana, finde, hafta itwar, ویک اینڈ, عطله نهايه الاسبوع, نهايه الاسبوع, الويكند, ويكند',
    { kind: 'weekend' },
  ),
  ...entry(
    'next, coming, proximo, proxima, agle, agla, agli, اگلے, اگلا, اگلی, القادم, القادمه, الجاي, الجايه, que viene',
    {
      kind: 'next',
    },
  ),
  ...entry('last, pasado, pasada, pichle, pichla, پچھلے, الماضي, الماضيه, اللي فات', {
    kind: 'last',
  }),
  ...entry('half, media, aadha, نصف, نص', { kind: 'half' }),
  ...entry('am', { kind: 'am' }),
  ...entry('pm', { kind: 'pm' }),
  ...entry('oclock, o clock, baje, بجے, الساعه, a las', { kind: 'clock' }),
  ...entry(
    'next morning, the next morning, the morning after, morning after, next day, the next day, the following day, following day, day after, the day after, al dia siguiente, dia siguiente, a la manana siguiente, agle din, agli subah, agle roz, اگلے دن, اگلی صبح, اليوم التالي, صباح اليوم التالي, تاني يوم, ثاني يوم',
    { kind: 'next-morning' },
  ),
  ...entry('morning, this morning, subah, صبح, صباح, الصبح, por la manana, de la manana', {
    kind: 'part',
    part: 'morning',
  }),
  ...entry('afternoon, dopehar, dopahar, por la tarde, tarde, دوپہر, الظهر, العصر, عصر', {
    kind: 'part',
    part: 'afternoon',
  }),
  ...entry('evening, this evening, shaam, sham, شام, مساء, المساء, المغرب', {
    kind: 'part',
    part: 'evening',
  }),
  ...entry(
    'tonight, night, tonite, esta noche, noche, por la noche, aaj raat, raat, آج رات, رات, الليله, ليل, بالليل, الليل, ليله',
    { kind: 'part', part: 'night' },
  ),
  ...entry(
    'sometime, one day, some day, pronto, jaldi, قريبا, later on, in the future, in a bit, in a while, holiday, christmas, eid, wedding, birthday, my birthday, new year, ramadan',
    { kind: 'vague' },
  ),
]
