import { foundAt, type Token, withoutShortSlips } from '../words/lexicon.ts'
import { tokensOf } from '../words/fold.ts'
import { wordList } from '../words/word-list.ts'
import { COMMON_WORDS } from './common-words.ts'
import { findOwnSubjects } from './own-subjects.ts'
import type { Called, Vocabulary } from './vocabulary.ts'

/** A name in a message, and every subject that it may mean. */
export interface SaidSubject {
  readonly start: number
  readonly end: number
  readonly codes: readonly string[]
  /** A product named without its list: what is in it cannot be known. */
  readonly isProduct: boolean
  /** A name that the ledger does not have: it hides no sign. */
  readonly isOwn?: true
  /** It may be meant, and whether it is cannot be read: it is never more than a question for the clinic. */
  readonly isGuess?: true
}

/** Every subject that a message names: the longest name at each place, and all that it may stand for. */
export function findSubjects(
  { subjects, cues, own }: Vocabulary,
  tokens: readonly Token[],
): readonly SaidSubject[] {
  const said: SaidSubject[] = []
  const sure = tokens.map(withoutShortSlips)
  for (let k = 0; k < tokens.length; ) {
    const found = foundAt(subjects, tokens, k)
    const end = found[0]?.end ?? k + 1
    const cue = foundAt(cues, tokens, k)[0]
    // `when does it work` is no question about work.
    if (found[0] && !(cue && cue.end > end)) {
      const longest = found.filter((one) => one.end === end)
      const isGuess = foundAt(subjects, sure, k)[0]?.end !== end
      said.push({ ...subjectOf(k, end, longest), ...(isGuess && { isGuess }) })
    }
    k = cue && cue.end > end && !found[0] ? k + 1 : end
  }
  const meals = mealsIn(tokens)
  const meant = said.filter((one) => isMeant(one, tokens, meals) && !isSaidAbsent(one, tokens))
  const found = withBrands(withoutKinds(meant, tokens)).map((one) => withUnknownKind(one, tokens))
  return own === undefined ? found : withOwn(found, findOwnSubjects(own, tokens))
}

/** Both are asked about. What is in a product that the plan itself names is known to whoever named it. */
function withOwn(
  found: readonly SaidSubject[],
  own: readonly SaidSubject[],
): readonly SaidSubject[] {
  const isNamed = ({ start, end }: SaidSubject) =>
    own.some((one) => !one.isGuess && one.start <= start && end <= one.end)
  const others = found.map((one) => (isNamed(one) ? { ...one, isProduct: false } : one))
  return [...others, ...own].toSorted((a, b) => a.start - b.start)
}

/** `Chamomile cream`, `crema de avena`: the bare kind says nothing beside what it is of. */
function withoutKinds(
  said: readonly SaidSubject[],
  tokens: readonly Token[],
): readonly SaidSubject[] {
  return said.filter((one, k) => {
    const beside = [said[k - 1], said[k + 1]]
    const isNamed = beside.some((next) => next && isProduct(next) && isJoined(one, next, tokens))
    return !isNamed || !one.codes.includes(BARE_KIND)
  })
}

const BARE_KIND = 'skin-products'

function isProduct({ codes }: SaidSubject): boolean {
  return codes.every((code) => PRODUCTS.has(code))
}

function isJoined(one: SaidSubject, next: SaidSubject, tokens: readonly Token[]): boolean {
  const [from, to] = one.start < next.start ? [one.end, next.start] : [next.end, one.start]
  return tokens.slice(from, to).every(({ text }) => OF.has(text))
}

const OF = new Set(tokensOf('de con of with for ki ka ke wali wala wale والی والا کی کا فيه فيها'))

/** What a cream or serum is named after. */
const PRODUCTS = new Set([
  'ceramides',
  'chamomile',
  'oat',
  'aloe-vera',
  'glycerin',
  'peptides',
  'niacinamide',
  'moisturiser',
  'barrier-cream',
  'hyaluronic-acid',
  'sunscreen',
  'mineral-sunscreen',
  'calming-serum',
])

/** `Fragrance free`, `alcohol-free`: it is said not to be in there. */
function isSaidAbsent({ codes, end }: SaidSubject, tokens: readonly Token[]): boolean {
  const isOfProduct = !/^(?:[?!.,;\n]|until|till|now|today|tonight)?$/.test(
    tokens[end + 1]?.text ?? '',
  )
  return tokens[end]?.text === 'free' && isOfProduct && codes.every((code) => MAY_LACK.has(code))
}

/** What products are sold without. */
const MAY_LACK = new Set([
  'fragrance',
  'alcohol',
  'alcohol-based-products',
  'essential-oils',
  'acids',
  'exfoliants',
  'irritating-products',
])

/** A brand right before what it is, `cerave moisturiser`, is one product of that kind. */
function withBrands(said: readonly SaidSubject[]): readonly SaidSubject[] {
  return said.flatMap((one, k) => {
    const [before, next] = [said[k - 1], said[k + 1]]
    if (one.isProduct && next?.start === one.end) return []
    return before?.isProduct && before.end === one.start
      ? [{ ...one, start: before.start, isProduct: true }]
      : [one]
  })
}

function subjectOf(
  start: number,
  end: number,
  found: readonly { readonly value: Called }[],
): SaidSubject {
  return {
    start,
    end,
    codes: [...new Set(found.map(({ value }) => value.code))],
    isProduct: found.every(({ value }) => value.isProduct),
  }
}

/** What a message says of food and drink. */
interface Meals {
  readonly isOtherDrink: boolean
  readonly isHealthy: boolean
}

function mealsIn(tokens: readonly Token[]): Meals {
  const says = (words: ReadonlySet<string>) =>
    tokens.some(({ readings }) => readings.some((word) => words.has(word)))
  return { isOtherDrink: says(OTHER_DRINKS), isHealthy: says(HEALTHY) }
}

/** The sources speak of healthy food and water alone: `spicy food` is another question. */
function isMeant(
  { codes, start, end }: SaidSubject,
  tokens: readonly Token[],
  { isOtherDrink, isHealthy }: Meals,
): boolean {
  const isBareDrink = end === start + 1 && DRINKING.has(tokens[start]?.text ?? '')
  if (isBareDrink && codes.includes('alcohol')) return !isOtherDrink
  return !codes.includes(FOOD) || isHealthy
}

const DRINKING = new Set(['drink', 'drinks', 'drinking', 'beber', 'tomar', 'bebo', 'tomo'])
const OTHER_DRINKS = new Set(
  tokensOf('agua pani paani ماء پانی water coffee tea juice milk smoothie smoothies'),
)

const HEALTHY_WORDS =
  'healthy, water, fruit, vegetables, balanced, saludable, agua, sehatmand, pani, paani, صحي, صحية, ماء, مويه, پانی, صحت بخش'
const FOOD = 'healthy-food-and-water'
const HEALTHY = new Set(wordList(HEALTHY_WORDS).flatMap((word) => tokensOf(word)))

/** A word that nobody knows before a product's kind is a name of it: `xyz moisturiser`. */
function withUnknownKind(said: SaidSubject, tokens: readonly Token[]): SaidSubject {
  const before = tokens[said.start - 1]?.text
  const isName = before !== undefined && /^\p{L}{3,}$/u.test(before) && !COMMON.has(before)
  const isKind = said.codes.some((code) => KINDS.has(code))
  return isName && isKind && tokens[said.start - 1]?.readings.length === 1 && !KNOWN.test(before)
    ? { ...said, isProduct: true }
    : said
}

const COMMON = new Set(COMMON_WORDS)
/** Forms of verbs and of what is usual about a product. */
const KNOWN =
  /(?:ing|ed|ly|ar|er|ir|na|on|an)$|^(?:on|my|any|some|spf|daily|thick|rich|day|night|face|facial|usar|poner|crema|reapply|apply|lagana|للوجه|استخدام|استعمال|اضع)/

const KINDS = new Set([
  'moisturiser',
  'sunscreen',
  'mineral-sunscreen',
  'gentle-cleanser',
  'barrier-cream',
  'calming-serum',
  'hydrating-mask',
  'hyaluronic-acid',
  'skin-products',
])
