import {
  BODY_SITES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
} from '../../packages/engine/src/codes.ts'
import type { Applicability } from '../../packages/engine/src/protocol.ts'
import { pick, type Random, weighted } from './random.ts'

type Tests = Omit<Applicability, 'anyOf'>

/** Tests for a restriction: over everything a session may tell. */
export function riskTests(random: Random): Applicability | undefined {
  const form = weighted(random, { none: 25, one: 35, both: 15, anyOf: 15, oneAndAnyOf: 10 })
  switch (form) {
    case 'none':
      return undefined
    case 'one':
      return riskTest(random)
    case 'both':
      return { ...riskTest(random), ...siteTest(random) }
    case 'anyOf':
      return { anyOf: [riskTest(random), riskTest(random)] }
    case 'oneAndAnyOf':
      return { ...siteTest(random), anyOf: [riskTest(random), riskTest(random)] }
  }
}

/** Tests for a recommendation, a permission or a task: never over what a risk is read from. */
export function gentleTests(random: Random): Applicability | undefined {
  return weighted(random, { none: 60, one: 40 }) === 'none' ? undefined : siteTest(random)
}

const RISK_TESTS = {
  needleDepthMm: 20,
  device: 12,
  fitzpatrickSkinType: 16,
  medicines: 16,
  history: 20,
  adjuncts: 8,
  indications: 8,
}

function riskTest(random: Random): Tests {
  const key = weighted(random, RISK_TESTS)
  switch (key) {
    case 'needleDepthMm': {
      const atLeast = pick(random, [0.5, 0.75, 1, 1.5, 2])
      return random() < 0.2
        ? { needleDepthMm: { atLeast, below: atLeast + 1 } }
        : { needleDepthMm: { atLeast } }
    }
    case 'device':
      return { device: [pick(random, ['pen', 'stamp', 'roller'] as const)] }
    case 'fitzpatrickSkinType':
      return { fitzpatrickSkinType: FITZPATRICK_SKIN_TYPES.slice(pick(random, [2, 3, 4])) }
    case 'medicines':
      return { medicines: [pick(random, MEDICINES)] }
    case 'history':
      return { history: [pick(random, HISTORY)] }
    case 'adjuncts':
      return { adjuncts: [pick(random, ['prp', 'hyaluronic-acid'] as const)] }
    case 'indications':
      return { indications: [pick(random, INDICATIONS)] }
  }
}

function siteTest(random: Random): Tests {
  return random() < 0.7
    ? {
        bodySites: [
          ...new Set([pick(random, BODY_SITES), pick(random, BODY_SITES), 'face' as const]),
        ],
      }
    : { setting: [pick(random, ['clinic', 'home'] as const)] }
}
