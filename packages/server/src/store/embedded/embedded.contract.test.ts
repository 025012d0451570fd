import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  connect,
  type Embedded,
  type EmbeddedOptions,
  openEmbedded,
  startWorker,
} from './embedded.ts'

const SLOW = 180_000

let root: string
/** A closed database with an empty table `entry`, to be copied: making one takes seconds. */
let template: string
let copies = 0

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'afterglow-embedded-'))
  template = join(root, 'made', 'with', 'parents')
  const embedded = await open({ folder: template })
  await embedded.query('create table entry (id int8 primary key, text text not null)')
  await embedded.close()
}, SLOW)
afterEach(() => rmSync(join(root, `copy-${copies}`), { recursive: true, force: true }), SLOW)
afterAll(() => rmSync(root, { recursive: true, force: true }), SLOW)

async function open(options: EmbeddedOptions): Promise<Embedded> {
  const opened = await openEmbedded(options)
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  return opened.value
}

function copyOfTemplate(): string {
  copies += 1
  const folder = join(root, `copy-${copies}`)
  cpSync(template, folder, { recursive: true })
  return folder
}

async function refusalOf(folder: string): Promise<string> {
  const opened = await openEmbedded({ folder })
  if (opened.ok) {
    await opened.value.close()
    return 'opened'
  }
  return opened.issues.map((issue) => issue.diagnostics).join()
}

/** Opens the folder in another process and writes rows from `firstId` on, printing each id once it is committed. */
function spawnWriter(folder: string, firstId: number): ChildProcess {
  const module = new URL('embedded.ts', import.meta.url).href
  const code = `
    const { openEmbedded } = await import(${JSON.stringify(module)})
    const opened = await openEmbedded({ folder: ${JSON.stringify(folder)} })
    if (!opened.ok) { console.log('refused ' + opened.issues[0].diagnostics); process.exit(0) }
    console.log('open')
    for (let id = ${firstId}; ; id += 1) {
      await opened.value.query('insert into entry values ($1, $2)', [id, 'x'.repeat(2000)])
      console.log(id)
    }`
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
}

/** Lets the writer go on until it has acknowledged so many rows, kills it as a crash would, and returns every acknowledged id. */
async function killAfter(writer: ChildProcess, acknowledgements: number): Promise<number[]> {
  const acknowledged: number[] = []
  if (writer.stdout === null) throw new Error('no output')
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('refused')) throw new Error(line)
    if (line !== 'open') acknowledged.push(Number(line))
    if (acknowledged.length >= acknowledgements) writer.kill('SIGKILL')
  }
  return acknowledged
}

async function idsIn(embedded: Embedded): Promise<readonly unknown[]> {
  const { rows } = await embedded.query('select id from entry order by id')
  return rows.map((row) => row['id'])
}

describe('a folder', () => {
  it('brings every commit to the disk before it is acknowledged', { timeout: SLOW }, async () => {
    const embedded = await open({ folder: copyOfTemplate() })
    const before = await embedded.syncCount()
    for (let id = 0; id < 20; id += 1) {
      const counted = await embedded.syncCount()
      await embedded.query('insert into entry values ($1, $2)', [id, 'text'])
      expect(await embedded.syncCount()).toBeGreaterThan(counted)
    }
    expect(await embedded.syncCount()).toBeGreaterThanOrEqual(before + 20)
    await embedded.close()
  })

  it('holds after closing what it held before', { timeout: SLOW }, async () => {
    const folder = copyOfTemplate()
    const first = await open({ folder })
    await first.query('insert into entry values (1, $1)', ['text'])
    await first.close()
    const second = await open({ folder })
    expect(await idsIn(second)).toEqual([1])
    await second.close()
  })

  it('is refused to a second opener in this process and in another, and let go when closed', {
    timeout: SLOW,
  }, async () => {
    const folder = copyOfTemplate()
    const embedded = await open({ folder })
    expect(await refusalOf(folder)).toContain(`is in use by process ${process.pid}`)
    await expect(killAfter(spawnWriter(folder, 0), 1)).rejects.toThrow('is in use by process')
    expect(await idsIn(embedded)).toEqual([])
    await embedded.close()
    expect(await refusalOf(folder)).toBe('opened')
  })

  it('is given to one only of several who start at once after a crash', {
    timeout: SLOW,
  }, async () => {
    const folder = copyOfTemplate()
    await killAfter(spawnWriter(folder, 0), 1)
    const outcomes = await Promise.all([1, 2, 3].map(() => openEmbedded({ folder })))
    const opened = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    expect(opened).toHaveLength(1)
    await Promise.all(opened.map((embedded) => embedded.close()))
  })

  it('loses no acknowledged row, and opens again, when its process is killed while writing', {
    timeout: SLOW,
  }, async () => {
    const folder = copyOfTemplate()
    const acknowledged: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const ids = await killAfter(spawnWriter(folder, round * 10_000), 20 + 13 * round)
      acknowledged.push(...ids)
    }
    const embedded = await open({ folder })
    const kept = new Set(await idsIn(embedded))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    // At most the one row a round that was committed and not yet acknowledged.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(5)
    await embedded.close()
  })

  it('is made anew where its creation was cut short', { timeout: SLOW }, async () => {
    const folder = copyOfTemplate()
    renameSync(join(folder, 'created'), join(folder, 'creating'))
    rmSync(join(folder, 'data', 'global'), { recursive: true })
    const embedded = await open({ folder })
    expect((await embedded.query(`select to_regclass('entry') as found`)).rows).toEqual([
      { found: null },
    ])
    expect(existsSync(join(folder, 'created'))).toBe(true)
    expect(existsSync(join(folder, 'creating'))).toBe(false)
    await embedded.close()
  })

  it('with data and no marker is refused and left as it is', { timeout: SLOW }, async () => {
    const folder = copyOfTemplate()
    rmSync(join(folder, 'created'))
    const before = readdirSync(join(folder, 'data'))
    expect(await refusalOf(folder)).toContain(`${folder} is no complete database`)
    expect(readdirSync(join(folder, 'data'))).toEqual(before)
  })

  it('with a marker and no data is refused, not filled with an empty database', async () => {
    const folder = copyOfTemplate()
    rmSync(join(folder, 'data'), { recursive: true })
    expect(await refusalOf(folder)).toContain('is no complete database')
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('made by another version is refused', async () => {
    const folder = copyOfTemplate()
    writeFileSync(join(folder, 'created'), '0.4.0\n')
    expect(await refusalOf(folder)).toContain('was made by PGlite 0.4.0')
  })

  it('that cannot be made is an issue', async () => {
    const file = join(root, 'a-file')
    writeFileSync(file, '')
    expect(await refusalOf(join(file, 'folder'))).toContain('ENOTDIR')
  })
})

describe('one that is thrown away', () => {
  it('is opened from a copy like any other, and brings nothing to the disk', async () => {
    const embedded = await open({ folder: copyOfTemplate(), isThrowaway: true })
    await embedded.query('insert into entry values (2, $1)', ['text'])
    expect(await idsIn(embedded)).toEqual([2])
    expect(await embedded.syncCount()).toBe(0)
    await embedded.close()
  })
})

describe('the thread', () => {
  it('rejects what is open and what comes later when it dies, and lets the folder go', {
    timeout: SLOW,
  }, async () => {
    const folder = copyOfTemplate()
    const started = await startWorker({ folder })
    if (!started.ok) throw new Error(JSON.stringify(started.issues))
    const embedded = connect(started.value)
    const open1 = embedded.query('select pg_sleep(60)').catch(String)
    const open2 = embedded.query('select 1').catch(String)
    await started.value.terminate()
    for (const outcome of await Promise.all([open1, open2]))
      expect(outcome).toContain('has stopped')
    await expect(embedded.query('select 1')).rejects.toThrow('has stopped')
    await expect(embedded.close()).rejects.toThrow('has stopped')
    expect(await refusalOf(folder)).toBe('opened')
  })

  it('answers what was asked before closing, and closes twice as once', {
    timeout: SLOW,
  }, async () => {
    const embedded = await open({ folder: copyOfTemplate() })
    const asked = embedded.query('select 1 as one')
    await Promise.all([embedded.close(), embedded.close()])
    expect((await asked).rows).toEqual([{ one: 1 }])
    await expect(embedded.query('select 1')).rejects.toThrow('has stopped')
  })

  it('leaves the process alive for nothing once closed', { timeout: SLOW }, async () => {
    const module = new URL('embedded.ts', import.meta.url).href
    const code = `
      const { openEmbedded } = await import(${JSON.stringify(module)})
      const opened = await openEmbedded({ folder: ${JSON.stringify(copyOfTemplate())} })
      await opened.value.close()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
    expect((await once(child, 'exit'))[0]).toBe(0)
  })
})
