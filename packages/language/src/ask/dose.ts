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
const LONG_UNITS = new Set<string>(['week', 'month'])

/** Whether it is asked how much or how often: the plan says only whether. */
export function asksHowMuch(
  { times }: Vocabulary,
  tokens: readonly Token[],
  { codes }: SaidSubject,
): boolean {
  const isMedicine = codes.some((code) => MEDICINES.has(code))
  return tokens.some(({ text }, k) => {
    if (TOO_MUCH.has(text)) return true
    if (text === 'too') return /^(?:much|many|often)$/.test(tokens[k + 1]?.text ?? '')
    if (!isMedicine) return false
    const isLong = foundAt(times, tokens, k).some(
      ({ value }) => value.kind === 'unit' && LONG_UNITS.has(value.unit),
    )
    return AMOUNTS.has(text) || (isLong && tokens.slice(0, k).some((one) => one.text === 'for'))
  })
}
