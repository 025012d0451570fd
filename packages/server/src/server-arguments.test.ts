import { describe, expect, it } from 'vitest'
import { readArguments } from './server-arguments.ts'

function said(...given: readonly string[]): readonly string[] {
  const read = readArguments(given)
  return read.ok ? [] : read.issues.map((one) => `${one.expression} ${one.diagnostics}`)
}

describe('readArguments', () => {
  it('takes none, or --demo', () => {
    expect(readArguments([])).toEqual({ ok: true, value: { demo: false } })
    expect(readArguments(['--demo'])).toEqual({ ok: true, value: { demo: true } })
  })

  it('names a mistyped one and what was meant', () => {
    expect(said('--dmeo')).toEqual([
      '--dmeo is no option of the server, which takes --demo alone; did you mean "--demo"',
    ])
  })

  it.each([['--demo=yes'], ['demo'], ['--'], ['-d'], ['--port=80']])('refuses %s', (word) => {
    expect(said(word)[0]).toContain(`${word} is no option of the server`)
  })

  it('names each of several', () => {
    expect(said('--demo', '--port', '80')).toHaveLength(2)
  })
})
