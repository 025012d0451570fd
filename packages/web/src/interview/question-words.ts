import type { I18n } from '@lingui/core'
import type { ChoiceOption } from '../components/choice.tsx'
import { NONE, OTHER_TREATMENT, type QuestionName, UNKNOWN } from './session-of.ts'

export function questionText(i18n: I18n, name: QuestionName): string {
  switch (name) {
    case 'ended':
      return i18n._({ id: 'ask.ended', message: 'When did the session end, or when will it?' })
    case 'setting':
      return i18n._({ id: 'ask.setting', message: 'Where was it done?' })
    case 'device':
      return i18n._({ id: 'ask.device', message: 'What was used?' })
    case 'sites':
      return i18n._({ id: 'ask.sites', message: 'Which part of your body?' })
    case 'adjuncts':
      return i18n._({ id: 'ask.adjuncts', message: 'Was anything else done in the same visit?' })
    case 'health':
      return i18n._({ id: 'ask.health', message: 'Is any of this true of you?' })
    default:
      return name
  }
}

/** What can be answered; a time is typed in and has none. */
export function questionOptions(i18n: I18n, name: QuestionName): readonly ChoiceOption[] {
  const unknown = { value: UNKNOWN, label: i18n._({ id: 'ask.unknown', message: "I don't know" }) }
  switch (name) {
    case 'setting':
      return [...settings(i18n), unknown]
    case 'device':
      return [...devices(i18n), unknown]
    case 'sites':
      return [...sites(i18n), unknown]
    case 'adjuncts':
      return [
        ...adjuncts(i18n),
        { value: NONE, label: i18n._({ id: 'ask.nothing-else', message: 'No, nothing else' }) },
        unknown,
      ]
    case 'health':
      return [
        ...history(i18n),
        ...medicines(i18n),
        { value: NONE, label: i18n._({ id: 'ask.none', message: 'None of these' }) },
        unknown,
      ]
    default:
      return [unknown]
  }
}

function settings(i18n: I18n): readonly ChoiceOption[] {
  return [
    {
      value: 'clinic',
      label: i18n._({ id: 'setting.clinic', message: 'At a clinic, a salon or a doctor' }),
    },
    { value: 'home', label: i18n._({ id: 'setting.home', message: 'At home, by me or a friend' }) },
  ]
}

function devices(i18n: I18n): readonly ChoiceOption[] {
  return [
    {
      value: 'pen',
      label: i18n._({ id: 'device.pen', message: 'A pen' }),
      hint: i18n._({ id: 'device.pen-hint', message: 'The tip moves up and down by itself' }),
    },
    { value: 'stamp', label: i18n._({ id: 'device.stamp', message: 'A stamp' }) },
    {
      value: 'roller',
      label: i18n._({ id: 'device.roller', message: 'A roller' }),
      hint: i18n._({ id: 'device.roller-hint', message: 'A small wheel with needles' }),
    },
    {
      value: 'rf',
      label: i18n._({ id: 'device.rf', message: 'Needles with radiofrequency heat' }),
      hint: i18n._({ id: 'device.rf-hint', message: 'Also called RF microneedling' }),
    },
    {
      value: OTHER_TREATMENT,
      label: i18n._({
        id: 'device.other',
        message: 'No needles: a peel, a laser or something else',
      }),
    },
  ]
}

function sites(i18n: I18n): readonly ChoiceOption[] {
  return [
    { value: 'face', label: i18n._({ id: 'site.face', message: 'Face' }) },
    { value: 'neck', label: i18n._({ id: 'site.neck', message: 'Neck' }) },
    { value: 'chest', label: i18n._({ id: 'site.chest', message: 'Chest' }) },
    { value: 'scalp', label: i18n._({ id: 'site.scalp', message: 'Scalp' }) },
    { value: 'hands', label: i18n._({ id: 'site.hands', message: 'Hands' }) },
    { value: 'arms', label: i18n._({ id: 'site.arms', message: 'Arms' }) },
    { value: 'abdomen', label: i18n._({ id: 'site.abdomen', message: 'Belly' }) },
    { value: 'back', label: i18n._({ id: 'site.back', message: 'Back' }) },
    { value: 'buttocks', label: i18n._({ id: 'site.buttocks', message: 'Buttocks' }) },
    { value: 'legs', label: i18n._({ id: 'site.legs', message: 'Legs' }) },
    { value: 'other', label: i18n._({ id: 'site.other', message: 'Somewhere else' }) },
  ]
}

function adjuncts(i18n: I18n): readonly ChoiceOption[] {
  return [
    { value: 'prp', label: i18n._({ id: 'adjunct.prp', message: 'My own blood plasma (PRP)' }) },
    {
      value: 'hyaluronic-acid',
      label: i18n._({ id: 'adjunct.hyaluronic-acid', message: 'Hyaluronic acid' }),
    },
    {
      value: 'chemical-peel',
      label: i18n._({ id: 'adjunct.chemical-peel', message: 'A chemical peel' }),
    },
    { value: 'laser', label: i18n._({ id: 'adjunct.laser', message: 'Laser' }) },
    { value: 'exosomes', label: i18n._({ id: 'adjunct.exosomes', message: 'Exosomes' }) },
    { value: 'other', label: i18n._({ id: 'adjunct.other', message: 'Something else' }) },
  ]
}

/** Of `history` in the session file. */
export function history(i18n: I18n): readonly ChoiceOption[] {
  return [
    option('herpes-simplex', i18n._({ id: 'history.herpes-simplex', message: 'I get cold sores' })),
    option('keloid', i18n._({ id: 'history.keloid', message: 'My scars get thick and raised' })),
    option('diabetes', i18n._({ id: 'history.diabetes', message: 'Diabetes' })),
    option('pregnancy', i18n._({ id: 'history.pregnancy', message: 'Pregnant' })),
    option('breastfeeding', i18n._({ id: 'history.breastfeeding', message: 'Breastfeeding' })),
    option(
      'immunosuppression',
      i18n._({ id: 'history.immunosuppression', message: 'My body fights infection less well' }),
    ),
    option(
      'bleeding-disorder',
      i18n._({ id: 'history.bleeding-disorder', message: 'I bleed for longer than others' }),
    ),
    option('active-acne', i18n._({ id: 'history.active-acne', message: 'A breakout in the area' })),
    option('eczema', i18n._({ id: 'history.eczema', message: 'Eczema in the area' })),
    option(
      'metal-allergy',
      i18n._({ id: 'history.metal-allergy', message: 'An allergy to metal' }),
    ),
    option('smoker', i18n._({ id: 'history.smoker', message: 'I smoke' })),
    option(
      'isotretinoin-last-6-months',
      i18n._({ id: 'history.isotretinoin', message: 'Isotretinoin in the last six months' }),
    ),
  ]
}

function option(code: string, label: string): ChoiceOption {
  return { value: `history:${code}`, label }
}

/** Of `medicines` in the session file. */
export function medicines(i18n: I18n): readonly ChoiceOption[] {
  return [
    {
      value: 'medicines:anticoagulant',
      label: i18n._({ id: 'medicine.anticoagulant', message: 'A blood thinner' }),
      hint: i18n._({ id: 'medicine.anticoagulant-hint', message: 'Such as warfarin or apixaban' }),
    },
    {
      value: 'medicines:antiplatelet',
      label: i18n._({ id: 'medicine.antiplatelet', message: 'Daily low-dose aspirin' }),
      hint: i18n._({ id: 'medicine.antiplatelet-hint', message: 'Or clopidogrel and the like' }),
    },
    {
      value: 'medicines:nsaid',
      label: i18n._({ id: 'medicine.nsaid', message: 'An anti-inflammatory painkiller' }),
      hint: i18n._({ id: 'medicine.nsaid-hint', message: 'Such as ibuprofen or naproxen' }),
    },
    ...furtherMedicines(i18n),
  ]
}

function furtherMedicines(i18n: I18n): readonly ChoiceOption[] {
  return [
    {
      value: 'medicines:steroid',
      label: i18n._({ id: 'medicine.steroid', message: 'Steroid tablets' }),
    },
    {
      value: 'medicines:immunosuppressant',
      label: i18n._({
        id: 'medicine.immunosuppressant',
        message: 'A medicine that calms the immune system',
      }),
    },
    {
      value: 'medicines:isotretinoin',
      label: i18n._({ id: 'medicine.isotretinoin', message: 'Isotretinoin now' }),
    },
    {
      value: 'medicines:herbal-supplement',
      label: i18n._({ id: 'medicine.herbal-supplement', message: 'Herbal supplements' }),
    },
  ]
}
