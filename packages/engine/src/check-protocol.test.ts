import { describe, expect, it } from 'vitest'
import { position, protocol, protocolInput, subject } from '../../../tests/support/protocol.ts'
import { checkProtocol } from './check-protocol.ts'
import type { Protocol } from './protocol.ts'

type Input = Readonly<Record<string, unknown>>

const SOURCES = protocolInput()['sources'] as Readonly<Record<string, Input>>
const counted = (count: number) => ({
  sources: { ...SOURCES, first: { ...SOURCES['first'], facts: { prefix: 'S1', count } } },
})
const info = (...facts: readonly string[]) => ({
  information: facts.map((fact, k) => ({ id: `i-${k}`, topic: 't', source: 'first', fact })),
})

describe('checkProtocol', () => {
  it('proves a sound ledger, and counts what it went through', () => {
    expect(checkProtocol(protocol())).toEqual({
      subjects: 1,
      positions: 1,
      hours: 8784,
      answers: 8784,
      issues: [],
    })
  })

  it('goes through every subject after every kind of procedure that is covered', () => {
    const ledger = protocol({
      subjects: [
        subject('makeup', [position('a', 'avoid'), position('b', 'use')]),
        subject('heat', [], { group: true }),
        subject('sauna', [position('c', 'avoid')], { broader: 'heat' }),
      ],
      covers: [
        { code: 'microneedling', device: ['pen'] },
        { code: 'nappage', device: ['roller'] },
      ],
    })
    expect(checkProtocol(ledger)).toMatchObject({ subjects: 3, positions: 3, answers: 6 * 8784 })
    expect(checkProtocol(ledger).issues).toEqual([])
  })

  /** A ledger that went around `parseProtocol`: this proof does not lean on that one. */
  const silent: Protocol = {
    ...protocol(),
    subjects: [...protocol().subjects, { subject: 'heat', group: true, positions: [] }],
  }

  it('names a subject without an answer and the hour', () => {
    expect(checkProtocol(silent).issues).toEqual([
      {
        severity: 'error',
        code: 'invariant',
        diagnostics: 'no answer at hour 0',
        expression: 'subjects.heat',
      },
    ])
  })

  it('says so for each procedure that is covered', () => {
    const twice = { ...silent, covers: [...silent.covers, ...silent.covers] }
    expect(checkProtocol(twice).issues).toHaveLength(2)
  })

  it('names facts that stand nowhere, and facts that no source has', () => {
    const ledger = protocol({ ...counted(3), ...info('S1-01', 'S1-03', 'S1-04') })
    expect(checkProtocol(ledger).issues).toEqual([
      {
        severity: 'error',
        code: 'incomplete',
        diagnostics: 'S1-02 stands nowhere in the ledger',
        expression: 'leftOut',
      },
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: 'S1-04 is no fact of any source',
        expression: 'leftOut',
      },
    ])
  })
})
