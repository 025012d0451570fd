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
  tokensOf(`lots loads many more extra double triple twice every each daily hourly constantly continuously max maximum strong stronger whole entire box boxes pack
  packet packets strip handful overnight long forever regularly together mix combine muchas muchos mas doble caja blister cada diario varias juntos
  zyada ziyada zyadah har roz rozana dabba patta بہت زیادہ ہر روزانہ ڈبہ ضعف كل كثير كتير علبه شريط حبوب زياده`),
)
/** Of anything these ask whether it is more than is good. */
const TOO_MUCH = new Set(
  tokensOf(`overdo overdoing excessive excessively excess demasiado demasiada`),
)
/** Whether it is asked of a subject how much or how often: the plan says only whether. */
export function doseIn(
  { times }: Vocabulary,
  tokens: readonly Token[],
): (said: SaidSubject) => boolean {
  const isTooMuch = tokens.some(
    ({ text }, k) =>
      TOO_MUCH.has(text) ||
      (text === 'too' && /^(?:much|many|often)$/.test(tokens[k + 1]?.text ?? '')),
  )
  const isAmount = tokens.some(({ text }, k) => AMOUNTS.has(text) || isLong(times, tokens, k))
  return ({ codes }) => isTooMuch || (isAmount && codes.some((code) => MEDICINES.has(code)))
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
