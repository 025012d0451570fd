import { describe, expect, it } from 'vitest'
import { parseJson } from './json-text.ts'

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('parseJson', () => {
  it.each([
    ['{"events": [1],\n "events": []}', 'events', 2],
    ['{"a": [{"x": 1},\n {"x": 1, "y": "{",\n "\\u0078": 2}]}', 'x', 3],
    ['{"a\\"b": "\\\\", "a\\"b": 1}', 'a"b', 1],
  ])('refuses a key given twice in one object: %s', (text, key, line) => {
    const parsed = parseJson(text)
    expect(!parsed.ok && parsed.issues).toMatchObject([
      { code: 'duplicate', expression: key, line },
    ])
  })

  it.each([
    '[{"a": 1}, {"a": 1}]',
    '{"a": {"a": ["a", "a"]}, "b": "a"}',
    '{"a": "\\"a\\": 1", "b": [1, "b", {}], "c": {}}',
  ])('takes one key in two objects, and values that read like keys: %s', (text) => {
    const value: unknown = JSON.parse(text)
    expect(parseJson(text)).toEqual({ ok: true, value })
  })

  it('takes 64 levels and refuses 65, with the line', () => {
    expect(parseJson(nested(64)).ok).toBe(true)
    const deep = parseJson(`\n${nested(65)}`)
    expect(!deep.ok && deep.issues).toMatchObject([{ code: 'structure', line: 2 }])
  })
})
