import { parseInstant, parseSession } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import type { Asker, Reply } from './ask.ts'
import { interview, sessionOf } from './interview.ts'
import { QUESTIONS } from './questions.ts'

const PLACE = { zone: 'Asia/Dubai', now: parseInstant('2026-11-22T11:45:00+04:00') ?? 0 }
const said = (...value: readonly string[]): Reply => ({ kind: 'said', value })

function scripted(replies: readonly Reply[]): { readonly asker: Asker; readonly asked: string[] } {
  const asked: string[] = []
  const rest = [...replies]
  return {
    asked,
    asker: {
      ask: async ({ key }) => {
        asked.push(key)
        return rest.shift() ?? { kind: 'stop' }
      },
      askWhereToSave: async () => undefined,
    },
  }
}

describe('interview', () => {
  it('asks six questions at most', () => {
    expect(QUESTIONS.length).toBeLessThanOrEqual(6)
  })

  it('goes back to the question before, whose answer is then replaced', async () => {
    const { asker, asked } = scripted([
      said('10:00'),
      said('home'),
      { kind: 'back' },
      said('clinic'),
      ...QUESTIONS.slice(2).map(() => said('unknown')),
    ])
    const answers = await interview(asker)
    expect(asked.slice(0, 4)).toEqual(['ended', 'setting', 'device', 'setting'])
    expect(answers?.setting).toEqual(['clinic'])
  })

  it('stays at the first question when asked to go back from it', async () => {
    const { asker, asked } = scripted([{ kind: 'back' }, { kind: 'stop' }])
    expect(await interview(asker)).toBeUndefined()
    expect(asked).toEqual(['ended', 'ended'])
  })
})

describe('sessionOf', () => {
  it('leaves out what is not known, so that it is unknown and not none', () => {
    const unknown = Object.fromEntries(QUESTIONS.map(({ key }) => [key, ['unknown']]))
    expect(sessionOf({ ...unknown, ended: ['10:45'] }, PLACE)).toEqual({
      zone: 'Asia/Dubai',
      procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
      patient: {},
      events: [],
    })
  })

  it('writes none where nothing was marked, and codes where something was', () => {
    const session = sessionOf(
      {
        ended: ['10:45'],
        device: ['pen:1.5'],
        adjuncts: [],
        health: ['history:keloid', 'medicines:nsaid'],
      },
      PLACE,
    )
    expect(session).toMatchObject({
      procedures: [{ device: 'pen', needleDepthMm: 1.5, adjuncts: [] }],
      patient: { history: ['keloid'], medicines: ['nsaid'] },
    })
  })

  it('takes no part of the body named for a part that is not known', () => {
    expect(JSON.stringify(sessionOf({ ended: ['10:45'], bodySites: [] }, PLACE))).not.toContain(
      'bodySites',
    )
  })

  it('counts from now where the end is not known: later than it was, so nothing opens too early', () => {
    expect(sessionOf({ ended: ['unknown'] }, PLACE)).toMatchObject({
      procedures: [{ endedAt: '2026-11-22T11:45:00+04:00', endedAtEstimated: true }],
    })
  })

  it('counts from the end of the day where only the day is known, and from now on this one', () => {
    expect(sessionOf({ ended: ['2026-11-20'] }, PLACE)).toMatchObject({
      procedures: [{ endedAt: '2026-11-20T23:59:00+04:00', endedAtEstimated: true }],
    })
    expect(sessionOf({ ended: ['today'] }, PLACE)).toMatchObject({
      procedures: [{ endedAt: '2026-11-22T11:45:00+04:00', endedAtEstimated: true }],
    })
  })

  it('makes a session that the engine takes without an unmapped word, whatever is chosen', () => {
    for (const question of QUESTIONS) {
      for (const { value } of question.choices) {
        const parsed = parseSession(sessionOf({ ended: ['10:45'], [question.key]: [value] }, PLACE))
        expect(parsed.ok, `${question.key} ${value}`).toBe(true)
      }
    }
  })
})
