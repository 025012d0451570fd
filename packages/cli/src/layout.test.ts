import { describe, expect, it } from 'vitest'
import { bullet, lookOf, paint, section, wrap } from './layout.ts'

describe('wrap', () => {
  it('breaks at spaces, never inside a word', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('unbreakable', 4)).toEqual(['unbreakable'])
    expect(wrap('', 4)).toEqual([])
  })
})

describe('look', () => {
  it('stays between 40 and 100 columns', () => {
    expect(lookOf(200, false).columns).toBe(100)
    expect(lookOf(10, false).columns).toBe(40)
  })

  it('colours only where asked to', () => {
    expect(paint(lookOf(80, false), 'stop', 'x')).toBe('x')
    expect(paint(lookOf(80, true), 'stop', 'x')).toContain('\u001B[')
  })

  it('indents what follows a bullet and leaves out a section without lines', () => {
    expect(bullet({ columns: 12, colour: false }, 'aaa bbb ccc')).toEqual([
      '  • aaa bbb',
      '    ccc',
    ])
    expect(section(lookOf(80, false), 'Heading', [])).toEqual([])
  })
})
