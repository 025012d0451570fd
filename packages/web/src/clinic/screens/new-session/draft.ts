import {
  FITZPATRICK_SKIN_TYPES,
  formatInstant,
  type Instant,
  NEEDLE_DEPTH_MM,
  type PatientFacts,
  type Session,
} from '@afterglow/engine'
import { typedNumber } from '../../../words/typed-number.ts'
import type { GivenProcedure, PatientProcedure } from '../../api/procedures.ts'
import { generalWord } from './general-word.ts'
import type { Known } from './known.ts'
import { productOf, productTexts } from './product-text.ts'
import { typedEnd } from './typed-end.ts'

/** A session as it stands in the form: what is empty was not told, and stays unknown. */
export interface Draft {
  readonly ended: string
  /** One of `TREATMENTS`. */
  readonly treatment: string
  readonly depth: string
  readonly bodySites: readonly string[]
  /** `NONE` alone where there were none. */
  readonly adjuncts: readonly string[]
  readonly indications: readonly string[]
  readonly sessionNumber: string
  readonly deviceName: string
  readonly needleLot: string
  readonly products: string
  readonly skinType: string
  readonly medicines: readonly string[]
  /** Medicines by name, in no list. */
  readonly medicineNames: string
  readonly history: readonly string[]
}

export type DraftField = keyof Draft

/** Asked, and there are none: what is empty was not asked. */
export const NONE = 'none'

/** What was done, by its device or, where there are no needles, by its own code. */
const TREATMENTS = [
  'pen',
  'stamp',
  'roller',
  'rf',
  'unknown',
  'chemical-peel',
  'laser',
  'other',
] as const

const NEEDLING = 'microneedling'
const DEVICES: readonly string[] = TREATMENTS.slice(0, 5)

export function isNeedling({ treatment }: Pick<Draft, 'treatment'>): boolean {
  return treatment === '' || DEVICES.includes(treatment)
}

/** The procedure that the draft stands for, in the plan beside the form. */
export const DRAFT_ID = 'draft'

/** As the last time, less its end; of somebody new nothing is told yet. */
export function firstDraft(last: PatientProcedure | null, facts: PatientFacts): Draft {
  return {
    ended: '',
    treatment: last === null ? '' : treatmentOf(last),
    depth: last?.needleDepthMm === undefined ? '' : String(last.needleDepthMm),
    bodySites: last?.bodySites ?? [],
    adjuncts: toldOr(last?.adjuncts),
    indications: last?.indications ?? [],
    sessionNumber: String((last?.sessionNumber ?? 0) + 1),
    ...productTexts(last?.product),
    ...factsIn(facts),
  }
}

/** As it is kept for later: an end that counts from now, or from today, is written out; none stays none. */
export function lastingDraft(draft: Draft, place: Place): Draft {
  const end = draft.ended.trim() === '' ? null : typedEnd(draft.ended, place)
  if (end === null) return draft
  return { ...draft, ended: formatInstant(end, place.zone).slice(0, 16) }
}

function treatmentOf({ code, device = 'unknown' }: PatientProcedure): string {
  if (code === NEEDLING) return DEVICES.includes(device) ? device : 'unknown'
  return TREATMENTS.find((one) => one === code) ?? 'other'
}

function toldOr(told: readonly string[] | undefined): readonly string[] {
  return told?.length === 0 ? [NONE] : (told ?? [])
}

const LISTED: readonly string[] = [
  'anticoagulant',
  'antiplatelet',
  'nsaid',
  'steroid',
  'immunosuppressant',
  'isotretinoin',
  'herbal-supplement',
]

function factsIn({
  fitzpatrickSkinType: skin = 'unknown',
  medicines,
  history,
}: PatientFacts): Pick<Draft, 'skinType' | 'medicines' | 'medicineNames' | 'history'> {
  return {
    skinType: skin === 'unknown' ? '' : skin,
    medicines: toldOr(medicines).filter((one) => one === NONE || LISTED.includes(one)),
    medicineNames: (medicines ?? []).filter((one) => !LISTED.includes(one)).join(', '),
    history: toldOr(history),
  }
}

/** What is known of the person by the form. */
export function factsOf({ skinType, medicines, medicineNames, history }: Draft): PatientFacts {
  const names = medicineNames.split(/[,،;؛\n]/).flatMap((one) => listed(one.trim()) || [])
  const taken = [...new Set([...medicines, ...names])]
  const skin = FITZPATRICK_SKIN_TYPES.find((one) => one === skinType)
  return {
    ...(skin && { fitzpatrickSkinType: skin }),
    ...(taken.length > 0 && { medicines: taken.filter((one) => one !== NONE) }),
    ...(history.length > 0 && { history: history.filter((one) => one !== NONE) }),
  }
}

/** `Isotretinoin` typed as a name is the one of the list, here as on the server: what it holds is seen before it is recorded. */
function listed(name: string): string {
  const said = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return LISTED.find((code) => code === said) ?? name
}

/** Whether the form tells something of the person that is not on record. */
export function areSameFacts(a: PatientFacts, b: PatientFacts): boolean {
  return factsText(a) === factsText(b)
}

function factsText({
  fitzpatrickSkinType: skin = 'unknown',
  medicines,
  history,
}: PatientFacts): string {
  return JSON.stringify([skin, medicines?.toSorted() ?? null, history?.toSorted() ?? null])
}

/** Where the end is typed, and the clock that counts. */
export interface Place {
  readonly zone: string
  readonly now: Instant
}

export interface DraftIssue {
  readonly field: DraftField
  readonly code: 'end' | 'depth' | 'number'
}

/** What cannot be read as it was typed. */
export function draftIssues(draft: Draft, place: Place): readonly DraftIssue[] {
  const { depth, sessionNumber } = draft
  const number = typedNumber(sessionNumber)
  const isCount = Number.isInteger(number) && number >= 1 && number <= 100
  return [
    ...(typedEnd(draft.ended, place) === null
      ? [{ field: 'ended' as const, code: 'end' as const }]
      : []),
    ...(isNeedling(draft) && depth.trim() !== '' && depthOf(depth) === undefined
      ? [{ field: 'depth' as const, code: 'depth' as const }]
      : []),
    ...(sessionNumber.trim() !== '' && !isCount
      ? [{ field: 'sessionNumber' as const, code: 'number' as const }]
      : []),
  ]
}

function depthOf(text: string): number | undefined {
  const depth = typedNumber(text)
  return depth >= NEEDLE_DEPTH_MM.least && depth <= NEEDLE_DEPTH_MM.most ? depth : undefined
}

/** The session to record; null while its end cannot be read. */
export function givenOf(draft: Draft, place: Place): GivenProcedure | null {
  const endedAt = typedEnd(draft.ended, place)
  if (endedAt === null) return null
  const product = productOf(draft)
  return {
    ...toldOf(draft),
    endedAt: formatInstant(endedAt, place.zone),
    ...(product && { product }),
  }
}

/** All but the end, and what was used: in the engine's form and in the server's alike. */
interface Told {
  code: string
  device?: string
  needleDepthMm?: number
  bodySites?: string[]
  adjuncts?: string[]
  setting: string
  indications?: string[]
  sessionNumber?: number
}

function toldOf(draft: Draft): Told {
  const { treatment, depth, bodySites, adjuncts, indications, sessionNumber } = draft
  const needles = isNeedling(draft)
  const needleDepthMm = needles ? depthOf(depth) : undefined
  const number = typedNumber(sessionNumber)
  return {
    code: needles ? NEEDLING : treatment,
    ...(needles && treatment !== '' && { device: treatment }),
    ...(needleDepthMm !== undefined && { needleDepthMm }),
    ...(bodySites.length > 0 && { bodySites: [...bodySites] }),
    ...(adjuncts.length > 0 && { adjuncts: adjuncts.filter((one) => one !== NONE) }),
    setting: 'clinic',
    ...(indications.length > 0 && { indications: [...indications] }),
    ...(Number.isInteger(number) && { sessionNumber: number }),
  }
}

/** The person's session with the one of the form in it; null while its end cannot be read. */
export function sessionWith(
  draft: Draft,
  place: Place,
  { session, zone, shortenings }: Pick<Known, 'session' | 'zone' | 'shortenings'>,
): Session | null {
  const endedAt = typedEnd(draft.ended, place)
  if (endedAt === null) return null
  const { procedures, events } = session ?? { procedures: [], events: [] }
  return {
    zone: session?.zone ?? zone,
    procedures: [...procedures, { ...toldOf(draft), id: DRAFT_ID, endedAt }],
    patient: factsOf(draft),
    events: [...events, ...generalWord(shortenings, { procedures, events }, endedAt)],
  }
}
