import type { Position, Subject, Window } from '../../packages/engine/src/protocol.ts'
import { gentleTests, riskTests } from './generated-tests.ts'
import { pick, type Random, weighted } from './random.ts'

/** The shallow tree: twenty subjects under eight broader ones or none. */
const TREE: readonly (readonly [code: string, broader?: string])[] = [
  ['topical-product'],
  ['makeup', 'topical-product'],
  ['moisturiser', 'topical-product'],
  ['sunscreen', 'topical-product'],
  ['active-treatment', 'topical-product'],
  ['retinoid', 'active-treatment'],
  ['acid', 'active-treatment'],
  ['vitamin-c', 'active-treatment'],
  ['heat'],
  ['sauna', 'heat'],
  ['hot-shower', 'heat'],
  ['water'],
  ['swimming', 'water'],
  ['bath', 'water'],
  ['exercise'],
  ['sun'],
  ['alcohol'],
  ['hair-removal'],
  ['shaving', 'hair-removal'],
  ['blood-thinner'],
]

const HOURS = [4, 6, 12, 24, 24, 36, 48, 48, 72, 74, 96]
const DAYS = [1, 2, 3, 3, 5, 5, 7, 7, 10, 14, 14, 21, 30]
const SOURCES = ['source-a', 'source-b', 'source-c', 'source-d', 'source-e']

export function generatedSubjects(random: Random, positions: number): readonly Subject[] {
  const counts = TREE.map(() => 1)
  for (let k = TREE.length; k < positions; k++) {
    const index = Math.floor(random() * TREE.length)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return TREE.map(([code, broader], s) => {
    const own = Array.from({ length: counts[s] ?? 1 }, (_, p) => position(random, code, p))
    const subject = { subject: code, positions: own, ...(broader && { broader }) }
    return code === 'blood-thinner' ? { ...subject, medicine: true as const } : subject
  })
}

function position(random: Random, subject: string, place: number): Position {
  const named = {
    id: `${subject}-${place}`,
    source: pick(random, SOURCES),
    locator: `list ${place}`,
    fact: [`G0-${1 + Math.floor(random() * 200)}`],
  }
  if (place === 0) return { ...named, stance: 'avoid', window: { until: timed(random) } }
  if (subject === 'blood-thinner' && place === 1) return { ...named, stance: 'continue' }
  const stance = weighted(random, { avoid: 52, limit: 16, ask: 12, use: 14, allow: 6 })
  if (stance === 'use' || stance === 'allow') {
    const when = gentleTests(random)
    return { ...named, stance, window: gentleWindow(random), ...(when && { when }) }
  }
  const when = riskTests(random)
  return { ...named, stance, window: window(random, stance), ...(when && { when }) }
}

function window(random: Random, stance: 'avoid' | 'limit' | 'ask'): Window {
  const end = weighted(random, { timed: 80, settled: 12, cleared: 2, open: 4, maybe: 2 })
  switch (end) {
    case 'settled':
      return stance === 'ask'
        ? { until: timed(random) }
        : { until: timed(random), and: ['settled'], ...signs(random) }
    case 'cleared':
      return random() < 0.5 ? { until: 'cleared' } : { until: timed(random), and: ['cleared'] }
    case 'open':
      return {}
    case 'maybe':
      return stance === 'avoid' ? { maybe: 'P14D' } : {}
    case 'timed':
      return random() < 0.1 ? { from: 'PT2H', until: timed(random) } : { until: timed(random) }
  }
}

function signs(random: Random): Pick<Window, 'signs'> {
  return random() < 0.4
    ? { signs: 'all' }
    : {
        signs: pick(random, [
          ['erythema'],
          ['erythema', 'edema'],
          ['exfoliation'],
        ] as const).slice(),
      }
}

function gentleWindow(random: Random): Window {
  return pick<Window>(random, [
    {},
    { from: 'P1D' },
    { from: 'PT24H', until: 'P7D' },
    { until: 'P14D' },
  ])
}

/** Hours or days, one in six a range; never under four hours. */
function timed(random: Random): NonNullable<Window['until']> {
  const inHours = random() < 0.5
  if (random() < 1 / 6) {
    return inHours
      ? { atLeast: 'PT12H', atMost: `PT${pick(random, [24, 48, 72, 74])}H` }
      : { atLeast: 'P3D', atMost: `P${pick(random, [5, 7, 10])}D` }
  }
  return inHours ? `PT${pick(random, HOURS)}H` : `P${pick(random, DAYS)}D`
}
