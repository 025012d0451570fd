import { HISTORY, type Sign } from '../../packages/engine/src/codes.ts'
import { pick, type Random } from './random.ts'

const ALARMS: readonly Sign[] = [
  'pustules',
  'vesicles',
  'purulent-discharge',
  'spreading-erythema',
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
  'seizure',
  'chest-pain',
]
const COMMON: readonly Sign[] = ['erythema', 'edema', 'pain', 'warmth', 'tenderness', 'itch']
const FLAGS = 30

/** Thirty alarms: eighteen of a sign alone, two of fever, ten of a common sign by severity, company, time or person. */
export function generatedRedFlags(random: Random): readonly unknown[] {
  const alone = ALARMS.map((sign, k) => ({
    ...cited(`alarm-${sign}`, random),
    sign,
    disposition: k < 8 ? 'contact-clinic' : k < 14 ? 'urgent' : 'emergency',
  }))
  const fever = [38, 39.5].map((atLeast, k) => ({
    ...cited(`fever-${k}`, random),
    sign: 'fever',
    atLeast,
    disposition: k === 0 ? 'urgent' : 'emergency',
  }))
  const rest = FLAGS - alone.length - fever.length
  const common = Array.from({ length: rest }, (_, k) => commonFlag(random, k))
  return [...alone, ...fever, ...common]
}

function commonFlag(random: Random, k: number): unknown {
  return {
    ...cited(`common-${k}`, random),
    sign: pick(random, COMMON),
    atLeast: pick(random, [4, 6, 7, 8]),
    ...(k % 3 === 0 && { with: ['fever', pick(random, ALARMS)] }),
    ...(k % 3 === 1 && { from: pick(random, ['PT48H', 'P3D', 'P5D']) }),
    ...(k % 3 === 2 && { when: { history: [pick(random, HISTORY)] } }),
    disposition: pick(random, ['contact-clinic', 'urgent', 'emergency']),
  }
}

function cited(id: string, random: Random): { readonly id: string; readonly source: string } {
  return { id, source: pick(random, ['source-a', 'source-b', 'source-c']) }
}
