import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, NOW } from '../testing.ts'

const COMMANDS = [
  ['plan'],
  ['assess', 'makeup'],
  ['explain', 'makeup'],
  ['series'],
  ['triage', '--symptom', 'redness=mild'],
]

interface Change {
  readonly events?: readonly object[]
  readonly procedure?: object
  readonly patient?: object
}

/** The example's session with something else in it. */
function sessionWith({ events = [], procedure = {}, patient = {} }: Change): string {
  // Our own example, with one procedure.
  const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as {
    readonly procedures: readonly [object]
    readonly patient: object
  }
  return JSON.stringify({
    ...example,
    procedures: [{ ...example.procedures[0], ...procedure }],
    patient: { ...example.patient, ...patient },
    events,
  })
}

async function answer(command: readonly string[], change: Change, ...flags: readonly string[]) {
  const [name = '', ...rest] = command
  const args = [name, ...rest, '--session', '-', '--at', NOW, ...flags]
  return afterglow(args, { stdin: sessionWith(change) })
}

const said = (text: string) => text.replaceAll(/\s+/g, ' ')

const OVERRIDE = { type: 'override', at: '2026-11-22T11:00:00+04:00', by: 'Dr Lee', reason: 'r' }

describe.each(COMMANDS.map((command) => ({ command, name: command.join(' ') })))(
  '$name',
  ({ command }) => {
    it("shows a clinician's and a doctor's word on a subject that the protocol does not know", async () => {
      const events = [
        { ...OVERRIDE, subject: 'makup', window: { until: 'P30D' } },
        {
          type: 'patient-reported-advice',
          at: '2026-11-22T11:10:00+04:00',
          subject: 'swiming',
          window: { until: 'P30D' },
        },
      ]
      const { stdout, code } = await answer(command, { events })
      expect(code).toBe(0)
      expect(said(stdout)).toMatch(/"makup" is no subject.* Did you mean makeup \(Makeup\)\?/)
      expect(said(stdout)).toMatch(/"swiming" is no subject.* Did you mean swimming \(Swimming\)/)
      const json = JSON.stringify(jsonOf(await answer(command, { events }, '--json')))
      expect(json).toContain('Did you mean makeup')
    })

    it('shows an override that was refused because it ends too soon', async () => {
      const events = [{ ...OVERRIDE, subject: 'Makeup', window: { until: 'PT2H' } }]
      const { stdout } = await answer(command, { events })
      expect(said(stdout)).toContain('The override of "makeup" was not applied')
    })

    it('says that nobody knows when it ended, and from when it counts', async () => {
      const text = said((await answer(command, { procedure: { endedAtEstimated: true } })).stdout)
      expect(text).toContain(
        'We do not know when your microneedling ended. We count from Sun 22 Nov, 10:45',
      )
      expect(text).not.toContain('It ended')
    })

    it('shows a temperature of a check-in that it could not read', async () => {
      const signs = [{ code: 'fever', severity: 98.6 }]
      const events = [{ type: 'check-in', at: '2026-11-22T11:00:00+04:00', signs }]
      const { stdout } = await answer(command, { events })
      expect(said(stdout)).toContain('98.6: that looks like degrees Fahrenheit.')
    })
  },
)

describe.each(COMMANDS.slice(0, 4).map((command) => ({ command, name: command.join(' ') })))(
  '$name',
  ({ command }) => {
    it('shows each word in no list, with the one that may be meant', async () => {
      const change = {
        procedure: { device: 'dermarollr' },
        patient: { medicines: ['apixaban', 'Xyz'] },
        events: [
          {
            type: 'check-in',
            at: '2026-11-22T11:00:00+04:00',
            signs: [{ code: 'sweling', severity: 1 }],
            settled: ['rednes'],
          },
        ],
      }
      const text = said((await answer(command, change)).stdout)
      expect(text).toMatch(/"dermarollr": we kept it.* Did you mean "roller"\?/)
      expect(text).toMatch(/"apixaban": we kept it[^"]* Did you mean "anticoagulant"\?/)
      expect(text).toContain('"Xyz": we kept it')
      expect(text).toMatch(
        /"sweling": we kept it\. It may be any sign[^"]*Did you mean "swelling"\?/,
      )
      expect(text).toMatch(/"rednes": we kept it[^"]*Did you mean "redness"\?/)
    })
  },
)

describe('a device that is not covered', () => {
  it.each(['RF', 'Morpheus8', 'radiofrequency', 'rf microneedling'])(
    'is one by the name of %s',
    async (device) => {
      const { stdout } = await answer(['plan'], { procedure: { device } })
      expect(stdout).toContain('no times for this: microneedling with radiofrequency heat')
    },
  )

  it('is not a word in no list: that is an unknown device, kept and shown', async () => {
    const given = async (device: string) =>
      jsonOf(await answer(['assess', 'makeup'], { procedure: { device } }, '--json'))
    const unknown = await given('unknown')
    expect(JSON.stringify(unknown['reasons'])).toContain('"unconfirmed":["device"]')
    expect(await given('gizmo')).toEqual({
      ...unknown,
      unmapped: [{ field: 'procedures[0].device', word: 'gizmo' }],
    })
  })
})
