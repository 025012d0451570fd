import {
  BODY_SITES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
} from '../../packages/engine/src/codes.ts'
import type { PatientFacts, Procedure, Session } from '../../packages/engine/src/index.ts'
import { createRandom, pick, type Random, some, wholeNumber } from './random.ts'

/** Eight zones that change their clocks, one of them by half hours from UTC. */
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Australia/Adelaide',
  'Pacific/Auckland',
]
const YEAR_START = Date.UTC(2026, 0, 1)
const MINUTE_MS = 60_000
const MINUTES_OF_YEAR = 365 * 24 * 60

/** So many people after one session each: facts of every kind, one key in ten missing, an end in any minute of 2026. */
export function generatedSessions(seed: number, count: number): readonly Session[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => session(random))
}

function session(random: Random): Session {
  const zone = pick(random, ZONES)
  const endedAt = YEAR_START + wholeNumber(random, MINUTES_OF_YEAR) * MINUTE_MS
  return { zone, procedures: [procedure(random, endedAt)], patient: patient(random), events: [] }
}

function procedure(random: Random, endedAt: number): Procedure {
  return {
    id: 'p1',
    code: 'microneedling',
    endedAt,
    ...known(random, 'device', pick(random, ['pen', 'pen', 'pen', 'stamp', 'roller', 'unknown'])),
    ...known(random, 'needleDepthMm', (1 + wholeNumber(random, 10)) / 4),
    ...known(random, 'bodySites', sites(random)),
    ...known(random, 'adjuncts', [...some(random, ['prp', 'hyaluronic-acid'], 0.25)]),
    ...known(random, 'setting', random() < 0.8 ? 'clinic' : 'home'),
    ...known(random, 'indications', [pick(random, INDICATIONS)]),
    sessionNumber: 1 + wholeNumber(random, 6),
  }
}

function sites(random: Random): string[] {
  return random() < 0.7
    ? ['face']
    : [...new Set([pick(random, BODY_SITES), pick(random, BODY_SITES)])]
}

function patient(random: Random): PatientFacts {
  return {
    ...known(random, 'fitzpatrickSkinType', pick(random, FITZPATRICK_SKIN_TYPES)),
    ...known(random, 'medicines', medicines(random)),
    ...known(random, 'history', [...some(random, HISTORY, 0.08)]),
  }
}

/** One in twenty names a medicine instead of its class: a word in no list. */
function medicines(random: Random): string[] {
  const classes = some(random, MEDICINES, 0.08)
  return random() < 0.05 ? [...classes, 'apixaban'] : [...classes]
}

function known<K extends string, V>(random: Random, key: K, value: V): { [k in K]?: V } {
  // A computed key is typed as an index signature; this is the one key given.
  return (random() < 0.9 ? { [key]: value } : {}) as { [k in K]?: V }
}
