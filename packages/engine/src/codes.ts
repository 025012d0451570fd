/** Closed lists of the session file and the ledger. Words outside them are kept as written and treated as unknown. */

export const PROCEDURE_CODES = ['microneedling'] as const
export const DEVICES = ['pen', 'stamp', 'roller', 'rf', 'unknown'] as const
export const BODY_SITES = [
  'face',
  'neck',
  'chest',
  'scalp',
  'hands',
  'arms',
  'abdomen',
  'back',
  'buttocks',
  'legs',
  'other',
] as const
export const ADJUNCTS = [
  'prp',
  'hyaluronic-acid',
  'chemical-peel',
  'laser',
  'exosomes',
  'other',
] as const
export const SETTINGS = ['clinic', 'home'] as const
export const INDICATIONS = [
  'acne-scars',
  'scars',
  'fine-lines',
  'texture',
  'hyperpigmentation',
  'melasma',
  'stretch-marks',
  'blackheads',
  'sun-damage',
  'loose-skin',
  'hair-loss',
  'drug-delivery',
] as const
export const HISTORY = [
  'herpes-simplex',
  'keloid',
  'diabetes',
  'pregnancy',
  'breastfeeding',
  'immunosuppression',
  'bleeding-disorder',
  'active-acne',
  'eczema',
  'metal-allergy',
  'smoker',
  'isotretinoin-last-6-months',
] as const
export const MEDICINES = [
  'anticoagulant',
  'antiplatelet',
  'nsaid',
  'steroid',
  'immunosuppressant',
  'isotretinoin',
  'herbal-supplement',
] as const
export const FITZPATRICK_SKIN_TYPES = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const
export const SIGNS = [
  'erythema',
  'edema',
  'pinpoint-bleeding',
  'petechiae',
  'tightness',
  'dryness',
  'itch',
  'tenderness',
  'pain',
  'warmth',
  'exfoliation',
  'crusting',
  'bruising',
  'pigment-change',
  'papules',
  'pustules',
  'vesicles',
  'purulent-discharge',
  'spreading-erythema',
  'fever',
  'nodule',
  'raised-scar',
  'linear-scars',
  'swollen-lymph-nodes',
  'urticaria',
  'facial-swelling',
  'breathing-difficulty',
  'faintness',
  'vision-change',
  'facial-weakness',
  'bleeding',
  'confusion',
  'rapid-pulse',
  'vomiting',
  'clammy-skin',
  'seizure',
  'chest-pain',
] as const
export const STANCES = ['avoid', 'limit', 'use', 'allow', 'ask', 'continue'] as const
export const DISPOSITIONS = [
  'expected',
  'self-care',
  'contact-clinic',
  'urgent',
  'emergency',
] as const
/** Least to most cautious is: recommended, allowed, caution, then unknown with ask-clinic, then avoid. */
export const STATUSES = [
  'recommended',
  'allowed',
  'caution',
  'unknown',
  'ask-clinic',
  'avoid',
] as const
export const SOURCE_KINDS = [
  'regulator',
  'guideline',
  'review',
  'trial',
  'case-report',
  'manufacturer',
  'dermatologist',
  'clinic',
  'general',
] as const

export type Device = (typeof DEVICES)[number]
export type BodySite = (typeof BODY_SITES)[number]
export type Sign = (typeof SIGNS)[number]
export type Stance = (typeof STANCES)[number]
export type Disposition = (typeof DISPOSITIONS)[number]
export type Status = (typeof STATUSES)[number]
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Needles are no shorter and no longer. */
export const NEEDLE_DEPTH_MM = { least: 0.1, most: 5 } as const
