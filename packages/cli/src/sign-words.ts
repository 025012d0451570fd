import type { Sign } from '@afterglow/engine'

/** What a person's words for a warning sign say: its sign, a temperature, and whether the words say that it is severe. */
export interface SignWords {
  readonly code: Sign
  readonly celsius?: number
  readonly isSevere?: true
}

/** Ways people say a warning sign, read only as a whole: no word is guessed from a part of another. */
const WORDS: Readonly<Partial<Record<Sign, readonly string[]>>> = {
  'breathing-difficulty': [
    'difficulty breathing',
    'difficulties breathing',
    'breathing difficulty',
    'breathing difficulties',
    'trouble breathing',
    'breathing trouble',
    'breathing problems',
    'problems breathing',
    'hard to breathe',
    'struggling to breathe',
    'shortness of breath',
    'short of breath',
    'breathless',
    'breathlessness',
    'cannot breathe',
    'cant breathe',
    'wheezing',
    'wheeze',
    'tight throat',
  ],
  'facial-swelling': [
    ...['lips', 'lip', 'tongue', 'face', 'throat', 'eyes'].flatMap((part) => [
      `swollen ${part}`,
      `${part} swollen`,
      `${part} swelling`,
      `swelling of the ${part}`,
    ]),
    'throat closing',
    'throat closing up',
    'throat is closing',
  ],
  faintness: [
    'faint',
    'fainting',
    'fainted',
    'feeling faint',
    'passing out',
    'passed out',
    'collapse',
    'collapsed',
    'dizzy',
    'dizziness',
    'feeling dizzy',
    'light headed',
    'lightheaded',
  ],
  'spreading-erythema': [
    'spreading redness',
    'redness spreading',
    'redness is spreading',
    'red streaks',
    'red streak',
  ],
  vesicles: ['blister', 'blisters', 'blistering', 'cold sore', 'cold sores'],
  'purulent-discharge': [
    'pus',
    'oozing pus',
    'pus oozing',
    'yellow discharge',
    'green discharge',
    'yellow pus',
  ],
  urticaria: ['hives', 'hive'],
  'vision-change': [
    'blurred vision',
    'blurry vision',
    'vision loss',
    'loss of vision',
    'double vision',
    'cannot see',
    'cant see',
  ],
  'facial-weakness': [
    'drooping face',
    'face drooping',
    'face is drooping',
    'droopy face',
    'facial droop',
  ],
  'chest-pain': ['chest pain', 'chest pains', 'pain in the chest', 'chest tightness'],
  seizure: ['fit', 'fits', 'seizure', 'seizures', 'convulsion', 'convulsions'],
  confusion: ['confusion', 'confused', 'slurred speech'],
  vomiting: ['vomiting', 'vomit', 'vomited', 'being sick', 'throwing up'],
  'rapid-pulse': [
    'racing heart',
    'heart racing',
    'racing pulse',
    'fast heartbeat',
    'rapid heartbeat',
    'fast pulse',
    'rapid pulse',
  ],
}

/** These say how strong it is, so that a lower number beside them is not believed. */
const SEVERE_WORDS: Readonly<Partial<Record<Sign, readonly string[]>>> = {
  bleeding: [
    'heavy bleeding',
    'bleeding heavily',
    'severe bleeding',
    'bleeding wont stop',
    'bleeding will not stop',
    'bleeding that wont stop',
    'wont stop bleeding',
  ],
  pain: ['severe pain', 'extreme pain', 'unbearable pain'],
}

const TEMPERATURE =
  /^(?:fever|feverish|chills|temp|(?:high |body )?temperature|high temp)(?: (?:of |is )?(\d+(?:[.,]\d+)?) ?c?)?$/

/** The warning sign that these words say; undefined where none is known. */
export function signWordsIn(text: string): SignWords | undefined {
  const said = plain(text)
  const [temperature, degrees] = TEMPERATURE.exec(said) ?? []
  if (temperature !== undefined) return { code: 'fever', ...celsiusIn(degrees) }
  const severe = codeOf(said, SEVERE_WORDS)
  if (severe) return { code: severe, isSevere: true }
  const code = codeOf(said, WORDS)
  return code && { code }
}

/** A number that is no body temperature in degrees C is left out: how warm it is then cannot be told. */
export function isBodyCelsius(number: number): boolean {
  return number >= 30 && number <= 45
}

function celsiusIn(degrees: string | undefined): { readonly celsius?: number } {
  const celsius = Number(degrees?.replace(',', '.'))
  return isBodyCelsius(celsius) ? { celsius } : {}
}

function codeOf(said: string, words: typeof WORDS): Sign | undefined {
  // The keys are those of the table, which names only signs.
  const codes = Object.keys(words) as readonly Sign[]
  return codes.find((code) => words[code]?.includes(said))
}

/** Lower-cased, without punctuation and extra spaces; a decimal point between digits stays. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}.,]+|[.,](?!\d)/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(a|an|my) /, '')
}
