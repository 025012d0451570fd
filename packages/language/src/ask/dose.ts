import { tokensOf } from '../words/fold.ts'
import { foundAt, type Token } from '../words/lexicon.ts'
import type { SaidSubject } from './find-subjects.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is swallowed is asked about with care: each word beside it may be another medicine. */
export const MEDICINES: ReadonlySet<string> = new Set([
  'paracetamol',
  'painkillers',
  'ibuprofen',
  'nsaids',
  'aspirin-for-pain',
  'medicines',
])

/** Of a medicine these ask how much or how often. */
const AMOUNTS = new Set(
  tokensOf(`lots lot load loads all rest finish bottle again often several plenty times then usual night nurse three four five six seven eight nine ten tres cuatro cinco seis siete ocho nueve diez todo toda todos todas otra teen char paanch chhe che saat aath nau sab saari phir تین چار پانچ چھ سات آٹھ نو سب ساری ثلاث اربع خمس ست سبع ثمان تسع عشر كلها many more extra double triple twice every each daily hourly constantly continuously max maximum strong stronger whole entire box boxes pack
  packet packets strip handful overnight long forever regularly together mix combine muchas muchos mas doble caja blister cada diario varias juntos
  zyada ziyada zyadah har roz rozana dabba patta بہت زیادہ ہر روزانہ ڈبہ ضعف كل كثير كتير علبه شريط حبوب زياده`),
)
/** Of anything these ask whether it is more than is good. */
const TOO_MUCH = new Set(
  tokensOf(`overdo overdoing excessive excessively excess demasiado demasiada`),
)
interface Asked {
  readonly tokens: readonly Token[]
  readonly subjects: readonly SaidSubject[]
}

/** Whether it is asked of a subject how much or how often: the plan says only whether. */
export function doseIn(
  { times }: Vocabulary,
  { tokens, subjects }: Asked,
): (said: SaidSubject) => boolean {
  const isTooMuch = tokens.some(
    ({ text }, k) =>
      TOO_MUCH.has(text) ||
      (text === 'too' && /^(?:much|many|often)$/.test(tokens[k + 1]?.text ?? '')),
  )
  const isForHours = tokens.some((_, k) => isForManyHours(times, tokens, k))
  const medicines = subjects.filter(isMedicine)
  const isMixed = medicines.length > 1 || subjects.some(({ codes }) => codes.includes('alcohol'))
  const isAmount =
    isMixed || tokens.some(({ text }, k) => AMOUNTS.has(text) || isLong(times, tokens, k))
  return (said) => isTooMuch || isForHours || (isAmount && isMedicine(said))
}

function isMedicine({ codes }: SaidSubject): boolean {
  return codes.some((code) => MEDICINES.has(code))
}

/** `Walk for 5 hours`. */
function isForManyHours(times: Vocabulary['times'], tokens: readonly Token[], k: number): boolean {
  const isHours = foundAt(times, tokens, k).some(
    ({ value }) => value.kind === 'unit' && value.unit === 'hour',
  )
  return isHours && tokens[k - 2]?.text === 'for' && tokens[k - 1]?.text !== '1'
}

/** `For 3 months`; `after 2 weeks` is a time. */
function isLong(times: Vocabulary['times'], tokens: readonly Token[], k: number): boolean {
  const isUnit = foundAt(times, tokens, k).some(
    ({ value }) => value.kind === 'unit' && (value.unit === 'week' || value.unit === 'month'),
  )
  return isUnit && !tokens.slice(Math.max(0, k - 3), k + 2).some(({ text }) => FROM.has(text))
}

const FROM = new Set(
  tokensOf(
    `after in since ago post day week hace despues tras en desde baad pehle بعد منذ قبل من پہلے`,
  ),
)
