import type { I18n } from '@lingui/core'

/** One thing to choose, and the key that chooses it: a letter of the keyboard, whatever the language. */
export interface KeyedOption {
  readonly value: string
  readonly key: string
  readonly label: string
}

function none(i18n: I18n): KeyedOption {
  return option('none', '0', i18n._({ id: 'new-session.none', message: 'None' }))
}

function option(value: string, key: string, label: string): KeyedOption {
  return { value, key, label }
}

export function treatmentOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    option('pen', 'p', i18n._({ id: 'new-session.with.pen', message: 'Pen' })),
    option('stamp', 's', i18n._({ id: 'new-session.with.stamp', message: 'Stamp' })),
    option('roller', 'r', i18n._({ id: 'new-session.with.roller', message: 'Roller' })),
    option('rf', 'f', i18n._({ id: 'new-session.with.rf', message: 'RF needles' })),
    option('unknown', 'u', i18n._({ id: 'new-session.with.unknown', message: 'Device not known' })),
    option('chemical-peel', 'c', i18n._({ id: 'new-session.with.peel', message: 'Chemical peel' })),
    option('laser', 'l', i18n._({ id: 'new-session.with.laser', message: 'Laser' })),
    option('other', 'o', i18n._({ id: 'new-session.with.other', message: 'Something else' })),
  ]
}

export function siteOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    option('face', 'f', i18n._({ id: 'new-session.on.face', message: 'Face' })),
    option('neck', 'n', i18n._({ id: 'new-session.on.neck', message: 'Neck' })),
    option('chest', 'c', i18n._({ id: 'new-session.on.chest', message: 'Chest' })),
    option('scalp', 's', i18n._({ id: 'new-session.on.scalp', message: 'Scalp' })),
    option('hands', 'h', i18n._({ id: 'new-session.on.hands', message: 'Hands' })),
    option('arms', 'a', i18n._({ id: 'new-session.on.arms', message: 'Arms' })),
    option('abdomen', 'd', i18n._({ id: 'new-session.on.abdomen', message: 'Abdomen' })),
    option('back', 'b', i18n._({ id: 'new-session.on.back', message: 'Back' })),
    option('buttocks', 't', i18n._({ id: 'new-session.on.buttocks', message: 'Buttocks' })),
    option('legs', 'l', i18n._({ id: 'new-session.on.legs', message: 'Legs' })),
    option('other', 'o', i18n._({ id: 'new-session.on.other', message: 'Elsewhere' })),
  ]
}

export function adjunctOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    none(i18n),
    option('prp', 'p', i18n._({ id: 'new-session.add.prp', message: 'PRP' })),
    option(
      'hyaluronic-acid',
      'h',
      i18n._({ id: 'new-session.add.ha', message: 'Hyaluronic acid' }),
    ),
    option('chemical-peel', 'c', i18n._({ id: 'new-session.add.peel', message: 'Chemical peel' })),
    option('laser', 'l', i18n._({ id: 'new-session.add.laser', message: 'Laser' })),
    option('exosomes', 'e', i18n._({ id: 'new-session.add.exosomes', message: 'Exosomes' })),
    option('other', 'o', i18n._({ id: 'new-session.add.other', message: 'Something else' })),
  ]
}

export function skinOptions(): readonly KeyedOption[] {
  return ['I', 'II', 'III', 'IV', 'V', 'VI'].map((type, k) => option(type, String(k + 1), type))
}

export function medicineOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    none(i18n),
    option(
      'anticoagulant',
      'b',
      i18n._({ id: 'new-session.takes.anticoagulant', message: 'Blood thinner' }),
    ),
    option(
      'antiplatelet',
      'a',
      i18n._({ id: 'new-session.takes.antiplatelet', message: 'Antiplatelet, aspirin' }),
    ),
    option('nsaid', 'n', i18n._({ id: 'new-session.takes.nsaid', message: 'NSAID' })),
    ...furtherMedicines(i18n),
  ]
}

function furtherMedicines(i18n: I18n): readonly KeyedOption[] {
  return [
    option('steroid', 's', i18n._({ id: 'new-session.takes.steroid', message: 'Steroid' })),
    option(
      'immunosuppressant',
      'i',
      i18n._({ id: 'new-session.takes.immunosuppressant', message: 'Immunosuppressant' }),
    ),
    option(
      'isotretinoin',
      'r',
      i18n._({ id: 'new-session.takes.isotretinoin', message: 'Isotretinoin' }),
    ),
    option(
      'herbal-supplement',
      'h',
      i18n._({ id: 'new-session.takes.herbal', message: 'Herbal supplement' }),
    ),
  ]
}

export function historyOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    none(i18n),
    option('herpes-simplex', 'c', i18n._({ id: 'new-session.has.herpes', message: 'Cold sores' })),
    option('keloid', 'k', i18n._({ id: 'new-session.has.keloid', message: 'Keloid' })),
    option('diabetes', 'd', i18n._({ id: 'new-session.has.diabetes', message: 'Diabetes' })),
    option('pregnancy', 'p', i18n._({ id: 'new-session.has.pregnancy', message: 'Pregnant' })),
    option(
      'breastfeeding',
      'f',
      i18n._({ id: 'new-session.has.breastfeeding', message: 'Breastfeeding' }),
    ),
    option(
      'immunosuppression',
      'i',
      i18n._({ id: 'new-session.has.immunosuppression', message: 'Immunosuppression' }),
    ),
    option(
      'bleeding-disorder',
      'b',
      i18n._({ id: 'new-session.has.bleeding', message: 'Bleeding disorder' }),
    ),
    ...furtherHistory(i18n),
  ]
}

function furtherHistory(i18n: I18n): readonly KeyedOption[] {
  return [
    option('active-acne', 'a', i18n._({ id: 'new-session.has.acne', message: 'Active acne' })),
    option('eczema', 'e', i18n._({ id: 'new-session.has.eczema', message: 'Eczema' })),
    option('metal-allergy', 'm', i18n._({ id: 'new-session.has.metal', message: 'Metal allergy' })),
    option('smoker', 's', i18n._({ id: 'new-session.has.smoker', message: 'Smoker' })),
    option(
      'isotretinoin-last-6-months',
      'r',
      i18n._({
        id: 'new-session.has.isotretinoin',
        message: 'Isotretinoin in the last 6 months',
      }),
    ),
  ]
}

export function indicationOptions(i18n: I18n): readonly KeyedOption[] {
  return [
    option('acne-scars', 'a', i18n._({ id: 'new-session.for.acne-scars', message: 'Acne scars' })),
    option('scars', 's', i18n._({ id: 'new-session.for.scars', message: 'Scars' })),
    option('fine-lines', 'f', i18n._({ id: 'new-session.for.fine-lines', message: 'Fine lines' })),
    option('texture', 't', i18n._({ id: 'new-session.for.texture', message: 'Texture' })),
    option(
      'hyperpigmentation',
      'h',
      i18n._({ id: 'new-session.for.hyperpigmentation', message: 'Hyperpigmentation' }),
    ),
    option('melasma', 'm', i18n._({ id: 'new-session.for.melasma', message: 'Melasma' })),
    option(
      'stretch-marks',
      'r',
      i18n._({ id: 'new-session.for.stretch-marks', message: 'Stretch marks' }),
    ),
    option('blackheads', 'b', i18n._({ id: 'new-session.for.blackheads', message: 'Blackheads' })),
    option('sun-damage', 'u', i18n._({ id: 'new-session.for.sun', message: 'Sun damage' })),
    option('loose-skin', 'l', i18n._({ id: 'new-session.for.loose-skin', message: 'Loose skin' })),
    option('hair-loss', 'i', i18n._({ id: 'new-session.for.hair-loss', message: 'Hair loss' })),
    option('drug-delivery', 'd', i18n._({ id: 'new-session.for.drug', message: 'Drug delivery' })),
  ]
}
