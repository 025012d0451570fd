import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueText } from './outcome.ts'
import { loadCompiledProtocol, readLedgers } from './protocol-files.ts'

let folder = ''
const file = (name: string) => join(folder, 'microneedling', name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterglow-ledger-'))
  cpSync('protocols', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function edit(name: string, change: (text: string) => string): void {
  writeFileSync(file(name), change(readFileSync(file(name), 'utf8')))
}

function issuesOf(): readonly string[] {
  const read = readLedgers(folder, { cache: false })
  return read.ok ? [] : read.issues.map((issue) => issueText(issue).replaceAll(`${folder}/`, ''))
}

describe('readLedgers', () => {
  it('reads the same from the cache as from the files', () => {
    const [kept, again, fresh] = [true, true, false].map((cache) => readLedgers(folder, { cache }))
    expect(kept?.ok && kept.value[0]?.protocol).toEqual(fresh?.ok && fresh.value[0]?.protocol)
    expect(again?.ok && again.value[0]?.protocol).toEqual(fresh?.ok && fresh.value[0]?.protocol)
  })

  it('never takes another text for one it has kept', () => {
    readLedgers(folder, { cache: true })
    edit('protocol.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another title'))
    const read = readLedgers(folder, { cache: true })
    expect(read.ok && read.value[0]?.protocol.title).toBe('Another title')
  })

  it('names the file and line of what the form refuses, and what was found', () => {
    edit('subjects/makeup.yaml', (text) => text.replace('stance: avoid', 'stance: avod'))
    const line = readFileSync(file('subjects/makeup.yaml'), 'utf8')
      .split('stance: avod')[0]
      ?.split('\n').length
    expect(issuesOf()[0]).toMatch(
      new RegExp(
        `^microneedling/subjects/makeup.yaml:${line}: subjects.*found "avod".*avoid, limit`,
      ),
    )
  })

  it('names the line of a text that is missing its file', () => {
    edit('text.en.yaml', (text) => text.replace(/^subject\.makeup: .*$/m, ''))
    expect(issuesOf()[0]).toMatch(/^microneedling\/text\.en\.yaml.*"subject\.makeup" is missing/)
  })

  it.each([
    ['a key twice', (text: string) => `${text}\nsubject: makeup\n`, /makeup\.yaml:\d+: .*unique/],
    ['no YAML', (text: string) => `${text}\n  - : [`, /makeup\.yaml:\d+: is no YAML/],
    [
      'an unknown key',
      (text: string) => `${text}\ncolour: red\n`,
      /makeup\.yaml:\d+: .*unknown key "colour"/,
    ],
  ])('refuses %s', (_, change, message) => {
    edit('subjects/makeup.yaml', change)
    expect(issuesOf()[0]).toMatch(message)
  })

  it('refuses a file that is missing and one whose name is mistyped', () => {
    renameSync(file('tasks.yaml'), file('task.yaml'))
    expect(issuesOf()).toEqual([
      'microneedling/task.yaml: "task.yaml" is no file of a protocol; did you mean "tasks.yaml"',
      'microneedling/tasks.yaml: is missing: every protocol has this file',
    ])
  })

  it('takes one protocol folder with the sources above it', () => {
    const read = readLedgers(join(folder, 'microneedling'), { cache: false })
    expect(read.ok && read.value.map(({ protocol }) => protocol.code)).toEqual(['microneedling'])
  })

  it('refuses a folder without a protocol, and one that is not there', () => {
    const bare = readLedgers(join(folder, 'microneedling', 'subjects'), { cache: false })
    const gone = readLedgers(join(folder, 'gone'), { cache: false })
    expect(!bare.ok && bare.issues[0]?.diagnostics).toMatch(/holds no protocol/)
    expect(!gone.ok && gone.issues[0]?.diagnostics).toMatch(/found no folder/)
  })

  it('refuses a file for a folder', () => {
    const read = readLedgers(file('course.yaml'), { cache: false })
    expect(!read.ok && read.issues[0]?.diagnostics).toMatch(/course\.yaml" is no folder/)
  })

  it.each(['course.yaml', 'subjects/makeup.yaml', 'protocol.yaml', '../sources.yaml'])(
    'refuses a folder for the file %s',
    (name) => {
      rmSync(file(name))
      mkdirSync(file(name))
      const at = name.startsWith('..') ? 'sources.yaml' : `microneedling/${name}`
      expect(issuesOf()).toEqual([`${at}: is a folder; accepted is a YAML file`])
    },
  )

  it('refuses a file for the folder of subjects', () => {
    rmSync(file('subjects'), { recursive: true })
    writeFileSync(file('subjects'), '')
    expect(issuesOf()[0]).toBe(
      'microneedling/subjects: is no folder; accepted is a folder of YAML files',
    )
  })

  it.each([
    ['an alias', 'a: &one [1]\nb: *one\n', /course\.yaml:2: .*aliases \(\*name\) are not accepted/],
    ['an alias of nothing', 'b: *one\n', /course\.yaml:1: is no YAML/],
    ['10,000 levels', '['.repeat(10_000), /course\.yaml.*: is no YAML/],
  ])('refuses %s', (_, text, message) => {
    edit('course.yaml', () => text)
    expect(issuesOf()[0]).toMatch(message)
  })

  it('refuses a second protocol for a procedure and device, naming both', () => {
    cpSync(join(folder, 'microneedling'), join(folder, 'needling'), { recursive: true })
    const issues = issuesOf()
    expect(issues).toHaveLength(4)
    expect(issues[0]).toMatch(
      /^needling\/protocol\.yaml:\d+: covers\[0\]: "microneedling" with the device "pen" is covered by microneedling\/protocol\.yaml too/,
    )
  })

  it('knows the line of every line that cites a source', () => {
    const read = readLedgers(folder, { cache: false })
    const place = read.ok ? read.value[0]?.place('course.expectations[0]') : undefined
    const lines = readFileSync(file('course.yaml'), 'utf8').split('\n')
    const line = lines.findIndex((one) => one.trim().startsWith('- ')) + 1
    expect(place).toEqual({ file: file('course.yaml'), line })
  })
})

describe('loadCompiledProtocol', () => {
  it('leaves out texts and notes, and keeps every position', () => {
    const text = JSON.stringify(loadCompiledProtocol())
    expect(text).not.toContain('"note"')
    expect(text).not.toContain('Makeup')
    expect(text).toContain('"makeup-s1"')
  })
})
