import type { Sign } from '@afterglow/engine'
import { folded } from './fold.ts'
import { wordList } from './word-list.ts'

/** What a person's words for a sign say: its code, a temperature, and whether the words say that it is severe. */
export interface SignWords {
  readonly code: Sign
  readonly celsius?: number
  readonly isSevere?: true
}

/**
 * Ways people say a sign, read only as a whole: no word is guessed from a part of another. A word that could mean a mild
 * sign or an alarming one stands at the alarming one, or nowhere: what stands nowhere is for the clinic. The words of the
 * profession stand below the people's own.
 */
const WORDS: Readonly<Partial<Record<Sign, readonly string[]>>> = {
  erythema: wordList(`
    red, redness, red skin, red face, skin is red, reddened, reddened skin, flushed,
    flushing, flushed skin
  `),
  edema: wordList('swelling, swollen, swollen skin, oedema, puffy, puffiness, puffy skin'),
  'pinpoint-bleeding': wordList(`
    tiny spots of blood, spots of blood, blood spots, tiny blood spots, dots of blood,
    pinprick bleeding, pinpoint bleeding, pinpoint bleed
  `),
  petechiae: wordList('red dots, tiny red dots, purple dots, pinhead dots, flat dots'),
  tightness: wordList('tight, tight skin, skin feels tight, tightness'),
  dryness: wordList('dry, dry skin, dryness, rough skin'),
  itch: wordList('itch, itchy, itching, itchiness, itchy skin, itches'),
  tenderness: wordList(`
    sore, soreness, sore skin, sore to touch, tender, tenderness, tender skin,
    hurts to touch
  `),
  pain: wordList('pain, painful, hurts, hurting, ache, aching, aches'),
  warmth: wordList('warm, warmth, warm skin, hot skin, skin feels hot, skin feels warm'),
  exfoliation: wordList(`
    flaking, flaky, flakes, flaky skin, flaking skin, peeling, peeling skin, skin peeling,
    skin is peeling, shedding
  `),
  crusting: wordList('scab, scabs, scabbing, crust, crusts, crusting, crusty'),
  bruising: wordList('bruise, bruises, bruised, bruising, black and blue'),
  'pigment-change': wordList(`
    dark spot, dark spots, dark patch, dark patches, dark marks, brown spots,
    brown patches, light patches, pale patches, white patches, darker skin, lighter skin,
    skin darkening, skin is darker, discoloration, discolouration, hyperpigmentation,
    hypopigmentation, pigmentation, skin color change, skin colour change, colour change,
    color change
  `),
  papules: wordList('bump, bumps, small bumps, tiny bumps, little bumps, papule, papules'),
  pustules: wordList(`
    spots with pus, pus spots, pus bumps, pustule, pustules, pimple, pimples, zit, zits,
    whitehead, whiteheads, acne, breakout, break out
  `),
  vesicles: wordList(`
    blister, blisters, blistering, cold sore, cold sores, fever blister, fever blisters,
    fluid filled bumps, vesicle, vesicles,
    bulla, bullae
  `),
  'purulent-discharge': wordList(`
    pus, oozing pus, pus oozing, yellow pus, green pus, yellow discharge, green discharge,
    yellow fluid, cloudy fluid,
    purulence, suppuration, furuncle, carbuncle
  `),
  'spreading-erythema': wordList(`
    spreading redness, redness spreading, redness is spreading, redness that spreads,
    red streak, red streaks, spreading rash, rash spreading, rash is spreading,
    rash that spreads,
    lymphangitis, erysipelas
  `),
  nodule: wordList('lump, lumps, hard lump, nodule, nodules, knot, knots'),
  'raised-scar': wordList(`
    raised scar, raised scars, thick scar, thick scars, keloid, keloids
  `),
  'linear-scars': wordList(`
    scars in lines, lines of scars, track marks, tram tracks, line scars
  `),
  'swollen-lymph-nodes': wordList(`
    swollen glands, swollen gland, sore glands, swollen lymph node, swollen lymph nodes,
    lymphadenopathy, lymphadenitis
  `),
  urticaria: wordList(`
    hives, hive, welts, welt, wheals, nettle rash, rash, rashes, itchy rash, raised rash,
    skin rash
  `),
  'facial-swelling': [
    ...['lips', 'lip', 'tongue', 'face', 'throat', 'mouth', 'eyes', 'eye', 'eyelids'].flatMap(
      (part) => [
        `swollen ${part}`,
        `${part} swollen`,
        `${part} swelling`,
        `${part} are swollen`,
        `${part} is swollen`,
        `swelling of the ${part}`,
        `swelling of ${part}`,
      ],
    ),
    ...['facial', 'periorbital', 'eyelid', 'lip', 'tongue', 'laryngeal', 'airway'].flatMap(
      (place) => [`${place} oedema`, `${place} edema`],
    ),
    ...wordList('angioedema, angio oedema, angio edema, angioneurotic oedema, angioneurotic edema'),
    ...wordList('facial swelling, throat closing, throat closing up, throat is closing'),
  ],
  'breathing-difficulty': wordList(`
    difficulty breathing, difficulties breathing, difficult to breathe,
    breathing difficulty, breathing difficulties, trouble breathing, breathing trouble,
    breathing problem, breathing problems, problems breathing, hard to breathe,
    struggling to breathe, shortness of breath, short of breath, breathless,
    breathlessness, cannot breathe, cant breathe, wheezing, wheeze, tight throat,
    trouble swallowing, difficulty swallowing, hard to swallow, cannot swallow,
    cant swallow, choking, breathing,
    dyspnoea, dyspnea, respiratory distress, respiratory failure, bronchospasm,
    laryngospasm, tachypnoea, tachypnea, hypoxia, cyanosis, dysphagia, sob,
    severe allergic reaction
  `),
  faintness: wordList(`
    faint, fainting, fainted, feeling faint, feel faint, faintness, passing out,
    passed out, collapse, collapsed, blacked out, blackout, unconscious, dizzy, dizziness,
    feeling dizzy, very dizzy, light headed, lightheaded, lightheadedness,
    light headedness,
    syncope, presyncope, pre syncope, near syncope, loss of consciousness,
    lost consciousness, hypotension, low blood pressure
  `),
  'vision-change': wordList(`
    blurred vision, blurry vision, vision loss, loss of vision, double vision,
    vision change, vision changes, vision problems, sight loss, loss of sight,
    blurred sight, cannot see, cant see, blind, blindness, eye pain,
    diplopia, amaurosis, visual disturbance, visual loss, visual change, visual changes,
    ocular pain
  `),
  'facial-weakness': wordList(`
    drooping face, face drooping, face is drooping, droopy face, facial droop, weak face,
    facial weakness,
    facial palsy, facial paralysis, facial paresis, hemiparesis, hemiplegia,
    tia, cva, transient ischaemic attack, transient ischemic attack, mini stroke
  `),
  bleeding: wordList('blood, bleed, bleeds, bleeding, fresh blood, still bleeding'),
  confusion: wordList(`
    confusion, confused, slurred speech, slurred words, hard to wake,
    delirium, altered mental status, altered mental state, altered consciousness,
    reduced consciousness, disorientation, dysarthria, aphasia
  `),
  'rapid-pulse': wordList(`
    racing heart, heart racing, racing pulse, fast heartbeat, rapid heartbeat, fast pulse,
    rapid pulse, fast heart rate, fast heart, palpitations, pounding heart, heart pounding,
    tachycardia
  `),
  vomiting: wordList(`
    vomiting, vomit, vomited, being sick, been sick, throwing up, threw up,
    emesis
  `),
  'clammy-skin': wordList(`
    clammy, clammy skin, cold clammy skin, cold sweat, cold sweats, pale and clammy,
    diaphoresis
  `),
  seizure: wordList('fit, fits, seizure, seizures, convulsion, convulsions'),
  'chest-pain': wordList(`
    chest pain, chest pains, pain in the chest, pain in my chest, chest tightness,
    tight chest, chest pressure,
    angina pectoris
  `),
}

/** These say how strong it is, so that a lower number beside them is not believed. */
const SEVERE_WORDS: Readonly<Partial<Record<Sign, readonly string[]>>> = {
  bleeding: wordList(`
    heavy bleeding, bleeding heavily, bleeding a lot, bleeding wont stop,
    bleeding will not stop, bleeding that wont stop, wont stop bleeding, a lot of blood,
    lots of blood, lot of blood
  `),
}

/** `strong pain` is pain, and severe. */
const STRENGTHENED = /^(?:severe|strong|very strong|extreme|unbearable|terrible) (.+)$/
const TEMPERATURE =
  /^(?:fever|feverish|febrile|pyrexia|hyperpyrexia|rigors|chills|shivering|temp|(?:high |body )?temperature|high (?:temp|fever))(?: (?:of |is )?(\d+(?:[.,]\d+)?) ?c?)?$/

/** The sign that these words say; undefined where none is known. */
export function signWordsIn(text: string): SignWords | undefined {
  const said = folded(text).replace(/^(a|an|my|the|some) /, '')
  const [temperature, degrees] = TEMPERATURE.exec(said) ?? []
  if (temperature !== undefined) return { code: 'fever', ...celsiusIn(degrees) }
  const strong = STRENGTHENED.exec(said)?.[1]
  const severe = codeOf(said, SEVERE_WORDS) ?? (strong && codeOf(strong, WORDS))
  if (severe) return { code: severe, isSevere: true }
  const code = codeOf(said, WORDS)
  return code && { code }
}

/** Every word and group of words that is read as a sign. */
export function everySignWord(): readonly string[] {
  return [...Object.values(WORDS), ...Object.values(SEVERE_WORDS), ['fever', 'temperature']].flat()
}

/** What people say for one sign, as examples. */
export function wordsFor(code: Sign): readonly string[] {
  return code === 'fever' ? ['temperature', 'chills'] : (WORDS[code] ?? [])
}

/** A number that is no body temperature in degrees C is left out: how warm it is then cannot be told. */
export function isBodyCelsius(number: number): boolean {
  return number >= COLDEST_BODY_CELSIUS && number <= WARMEST_BODY_CELSIUS
}

/** A thermometer that shows less or more was not read right, or shows another unit. */
const COLDEST_BODY_CELSIUS = 34
const WARMEST_BODY_CELSIUS = 43

/** Whether a number is a body temperature in degrees Fahrenheit. */
export function isBodyFahrenheit(number: number): boolean {
  return isBodyCelsius(((number - 32) * 5) / 9)
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
