import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePrivateFolder } from './private-folder.ts'

const PARTS = ['database', 'keys'] as const

describe('makePrivateFolder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'afterglow-private-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  function modeOf(...path: readonly string[]): string {
    return (statSync(join(root, ...path)).mode & 0o777).toString(8)
  }

  function wideFile(...path: readonly string[]): void {
    writeFileSync(join(root, ...path), '')
    chmodSync(join(root, ...path), 0o666)
  }

  it('makes a folder for its own account alone, and its parents', () => {
    makePrivateFolder(join(root, 'srv', 'data'), PARTS)
    expect([modeOf('srv'), modeOf('srv', 'data')]).toEqual(['700', '700'])
  })

  it('narrows what an earlier release left open, down to the last file', () => {
    mkdirSync(join(root, 'data', 'database', 'base'), { recursive: true, mode: 0o755 })
    for (const folder of [['data'], ['data', 'database'], ['data', 'database', 'base']])
      chmodSync(join(root, ...folder), 0o755)
    wideFile('data', 'database', 'base', '1')
    makePrivateFolder(join(root, 'data'), PARTS)
    expect(modeOf('data')).toBe('700')
    expect(modeOf('data', 'database', 'base')).toBe('700')
    expect(modeOf('data', 'database', 'base', '1')).toBe('600')
  })

  it('leaves a folder that holds something else, and narrows its own part of it', () => {
    mkdirSync(join(root, 'home', 'keys'), { recursive: true })
    chmodSync(join(root, 'home'), 0o755)
    chmodSync(join(root, 'home', 'keys'), 0o755)
    wideFile('home', 'letter')
    makePrivateFolder(join(root, 'home'), PARTS)
    expect([modeOf('home'), modeOf('home', 'letter')]).toEqual(['755', '666'])
    expect(modeOf('home', 'keys')).toBe('700')
  })

  it('does not touch what a link leads to', () => {
    wideFile('elsewhere')
    mkdirSync(join(root, 'data', 'database'), { recursive: true })
    symlinkSync(join(root, 'elsewhere'), join(root, 'data', 'database', 'link'))
    makePrivateFolder(join(root, 'data'), PARTS)
    expect(modeOf('elsewhere')).toBe('666')
  })
})
