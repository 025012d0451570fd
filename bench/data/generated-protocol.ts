import { parseProtocol } from '../../packages/engine/src/index.ts'
import type { Protocol } from '../../packages/engine/src/protocol.ts'
import { generatedRedFlags } from './generated-red-flags.ts'
import { generatedSubjects } from './generated-subjects.ts'
import { gentleTests } from './generated-tests.ts'
import { createRandom, pick, type Random } from './random.ts'

const POSITIONS = 100
const TASKS = 20
const SOURCES = ['source-a', 'source-b', 'source-c', 'source-d', 'source-e']

/** A protocol in the ledger's own form: 100 positions on 20 subjects, 20 tasks, a course and 30 red flags. */
export function generatedProtocol(seed: number): Protocol {
  const random = createRandom(seed)
  const parsed = parseProtocol({
    code: 'generated',
    version: '1.0.0',
    title: `Generated from seed ${seed}`,
    covers: [{ code: 'microneedling', device: ['pen', 'stamp', 'roller', 'unknown'] }],
    routine: { morning: '08:00', midday: '12:30', evening: '20:00', bedtime: '22:00' },
    sources: Object.fromEntries(SOURCES.map((code) => [code, source(code)])),
    readings: readings(),
    subjects: generatedSubjects(random, POSITIONS),
    course: { expectations: expectations(random), milestones: milestones() },
    tasks: Array.from({ length: TASKS }, (_, k) => task(random, k)),
    ...outsideThePlan(),
    triage: triage(random),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, null, 1))
  return parsed.value
}

function source(code: string): unknown {
  return { publisher: code, title: code, kind: 'review', certainty: 'not-graded' }
}

function readings(): unknown {
  return {
    typicalRecoveryEnd: { until: 'P7D', source: 'source-a' },
    outerRecoveryEnd: { until: 'P15D', source: 'source-b' },
    words: {},
  }
}

const COURSE_SIGNS = [
  'erythema',
  'edema',
  'pinpoint-bleeding',
  'tightness',
  'dryness',
  'itch',
  'tenderness',
  'warmth',
  'exfoliation',
  'bruising',
] as const

function expectations(random: Random): readonly unknown[] {
  return COURSE_SIGNS.flatMap((sign, k) =>
    Array.from({ length: 1 + (k % 3) }, (_, n) => ({
      id: `${sign}-${n}`,
      source: pick(random, SOURCES),
      signs: [sign],
      until: pick(random, ['PT12H', 'PT24H', 'PT48H', 'P2D', 'P3D', 'P5D', 'P7D']),
      ...(n === 2 && { when: gentleTests(random) ?? { bodySites: ['scalp'] } }),
    })),
  )
}

function milestones(): readonly unknown[] {
  return [
    { id: 'recovered', source: 'source-a', kind: 'recovery', from: 'P5D', until: 'P7D' },
    { id: 'first-change', source: 'source-b', kind: 'result', from: 'P4W', until: 'P6W' },
    { id: 'full-effect', source: 'source-c', kind: 'result', from: 'P3M', until: 'P6M' },
    {
      id: 'scalp-change',
      source: 'source-c',
      kind: 'result',
      until: 'P3M',
      when: { bodySites: ['scalp'] },
    },
  ]
}

function task(random: Random, k: number): unknown {
  const when = gentleTests(random)
  const statements = Array.from({ length: 1 + (k % 3) }, () => ({
    source: pick(random, SOURCES),
    ...(random() < 0.4 && { from: pick(random, ['PT4H', 'PT24H', 'P1D', 'P2D']) }),
    ...(random() < 0.8 && { until: pick(random, ['P3D', 'P5D', 'P7D', 'P14D', 'P28D']) }),
  }))
  return {
    id: `task-${k}`,
    phase: 'after',
    times: pick(random, [['morning'], ['morning', 'evening'], ['bedtime'], ['midday']]),
    ...(random() < 0.3 && { everyDays: 2 }),
    ...(when && { when }),
    statements,
  }
}

function outsideThePlan(): Pick<
  Record<string, unknown>,
  'series' | 'suitability' | 'preparation' | 'information' | 'leftOut' | 'texts'
> {
  const spacing = [{ id: 'spacing', source: 'source-a', atLeast: 'P28D', atMost: 'P42D' }]
  return {
    series: {
      sessions: [{ id: 'sessions', source: 'source-a', atLeast: 3, atMost: 6 }],
      spacing,
      maintenance: [{ id: 'maintenance', source: 'source-a', atLeast: 'P6M', atMost: 'P12M' }],
      effect: { id: 'effect', source: 'source-a', until: 'P6M' },
      holds: [],
      events: [{ id: 'wedding', subjects: ['makeup'], source: 'source-a' }],
    },
    suitability: [],
    preparation: [],
    information: [],
    leftOut: [],
    texts: {},
  }
}

function triage(random: Random): unknown {
  return {
    redFlags: generatedRedFlags(random),
    safetyNet: ['cannot-see', 'watch-for', 'get-help'].map((id) => ({ id, source: 'source-a' })),
    severe: { source: 'source-a', until: { erythema: 'P1D', edema: 'P1D', exfoliation: 'P5D' } },
  }
}
