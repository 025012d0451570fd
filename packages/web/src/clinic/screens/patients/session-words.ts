import type { Procedure } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import { questionOptions } from '../../../interview/question-words.ts'

type Words = Pick<App, 'i18n' | 'format'>
type Told = Omit<Procedure, 'id' | 'endedAt'>

/** What was done, short: `microneedling, pen, 2 mm, face`. A word in no list stands as it was written. */
export function sessionText({ i18n, format }: Words, procedure: Told): string {
  const { code, device, needleDepthMm, bodySites = [], adjuncts = [] } = procedure
  const depth =
    needleDepthMm === undefined
      ? []
      : [
          i18n._({
            id: 'patient.depth',
            message: '{depth} mm',
            values: { depth: format.number(needleDepthMm) },
          }),
        ]
  const parts = [
    codeWord(i18n, code),
    ...(device === undefined ? [] : [deviceWord(i18n, device)]),
    ...depth,
    ...bodySites.map((site) => optionWord(i18n, 'sites', site).toLowerCase()),
    ...adjuncts.map((one) => adjunctWord(i18n, one)),
  ]
  return format.join(parts, 'comma')
}

function codeWord(i18n: I18n, code: string): string {
  switch (code) {
    case 'microneedling':
      return i18n._({ id: 'patient.code.microneedling', message: 'microneedling' })
    case 'chemical-peel':
      return i18n._({ id: 'patient.code.peel', message: 'chemical peel' })
    case 'laser':
      return i18n._({ id: 'patient.code.laser', message: 'laser' })
    case 'exosomes':
      return i18n._({ id: 'patient.code.exosomes', message: 'exosomes' })
    default:
      return code.replaceAll('-', ' ')
  }
}

function deviceWord(i18n: I18n, device: string): string {
  switch (device) {
    case 'pen':
      return i18n._({ id: 'patient.device.pen', message: 'pen' })
    case 'stamp':
      return i18n._({ id: 'patient.device.stamp', message: 'stamp' })
    case 'roller':
      return i18n._({ id: 'patient.device.roller', message: 'roller' })
    case 'rf':
      return i18n._({ id: 'patient.device.rf', message: 'radiofrequency' })
    case 'unknown':
      return i18n._({ id: 'patient.device.unknown', message: 'device not known' })
    default:
      return device
  }
}

function adjunctWord(i18n: I18n, adjunct: string): string {
  switch (adjunct) {
    case 'prp':
      return i18n._({ id: 'patient.adjunct.prp', message: 'PRP' })
    case 'hyaluronic-acid':
      return i18n._({ id: 'patient.adjunct.ha', message: 'hyaluronic acid' })
    default:
      return codeWord(i18n, adjunct)
  }
}

/** The words of the interview for a code. */
function optionWord(i18n: I18n, question: 'sites', code: string): string {
  return questionOptions(i18n, question).find(({ value }) => value === code)?.label ?? code
}

const HISTORY_WORDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'herpes-simplex',
    (i18n: I18n) => i18n._({ id: 'patient.history.herpes', message: 'cold sores' }),
  ],
  ['keloid', (i18n: I18n) => i18n._({ id: 'patient.history.keloid', message: 'keloid scars' })],
  ['diabetes', (i18n: I18n) => i18n._({ id: 'patient.history.diabetes', message: 'diabetes' })],
  ['pregnancy', (i18n: I18n) => i18n._({ id: 'patient.history.pregnancy', message: 'pregnancy' })],
  [
    'breastfeeding',
    (i18n: I18n) => i18n._({ id: 'patient.history.breastfeeding', message: 'breastfeeding' }),
  ],
  [
    'immunosuppression',
    (i18n: I18n) => i18n._({ id: 'patient.history.immune', message: 'immunosuppression' }),
  ],
  [
    'bleeding-disorder',
    (i18n: I18n) => i18n._({ id: 'patient.history.bleeding', message: 'bleeding disorder' }),
  ],
  ['active-acne', (i18n: I18n) => i18n._({ id: 'patient.history.acne', message: 'active acne' })],
  ['eczema', (i18n: I18n) => i18n._({ id: 'patient.history.eczema', message: 'eczema' })],
  [
    'metal-allergy',
    (i18n: I18n) => i18n._({ id: 'patient.history.metal', message: 'metal allergy' }),
  ],
  ['smoker', (i18n: I18n) => i18n._({ id: 'patient.history.smoker', message: 'smoker' })],
  [
    'isotretinoin-last-6-months',
    (i18n: I18n) =>
      i18n._({
        id: 'patient.history.isotretinoin',
        message: 'isotretinoin in the last 6 months',
      }),
  ],
])

const MEDICINE_WORDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'anticoagulant',
    (i18n: I18n) => i18n._({ id: 'patient.medicine.anticoagulant', message: 'anticoagulant' }),
  ],
  [
    'antiplatelet',
    (i18n: I18n) => i18n._({ id: 'patient.medicine.antiplatelet', message: 'antiplatelet' }),
  ],
  ['nsaid', (i18n: I18n) => i18n._({ id: 'patient.medicine.nsaid', message: 'NSAID' })],
  ['steroid', (i18n: I18n) => i18n._({ id: 'patient.medicine.steroid', message: 'steroid' })],
  [
    'immunosuppressant',
    (i18n: I18n) => i18n._({ id: 'patient.medicine.immune', message: 'immunosuppressant' }),
  ],
  [
    'isotretinoin',
    (i18n: I18n) => i18n._({ id: 'patient.medicine.isotretinoin', message: 'isotretinoin' }),
  ],
  [
    'herbal-supplement',
    (i18n: I18n) => i18n._({ id: 'patient.medicine.herbal', message: 'herbal supplement' }),
  ],
])

export function historyWord(i18n: I18n, code: string): string {
  return HISTORY_WORDS.get(code)?.(i18n) ?? code
}

export function medicineWord(i18n: I18n, code: string): string {
  return MEDICINE_WORDS.get(code)?.(i18n) ?? code
}
