import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase, startPostgres } from './postgres-server.ts'

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

it('ends the server with the process that started it, killed though it was', async () => {
  const module = new URL('postgres-server.ts', import.meta.url).href
  const code = `
    const { startPostgres } = await import(${JSON.stringify(module)})
    const { url } = await startPostgres()
    console.log(url)
    setInterval(() => {}, 1000)`
  const { AFTERGLOW_TEST_DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, NODE_OPTIONS: '' },
  })
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = line
    expect(await canConnect(url)).toBe(true)
    child.kill('SIGKILL')
  }
  expect(url).toContain('@127.0.0.1:')
  await expect.poll(() => canConnect(url), { timeout: 30_000, interval: 100 }).toBe(false)
})

it('gives each file a database of its own, and takes it back with a connection still open', async () => {
  const server = await startPostgres()
  const [first, second] = [
    await createTestDatabase(server.url),
    await createTestDatabase(server.url),
  ]
  const client = new pg.Client({ connectionString: first.url })
  client.on('error', () => {})
  await client.connect()
  await client.query('create table entry (id int8)')
  const other = new pg.Client({ connectionString: second.url })
  await other.connect()
  const { rows } = await other.query(`select to_regclass('entry') as found`)
  expect(rows).toEqual([{ found: null }])
  await other.end()
  await first.drop()
  expect(await canConnect(first.url)).toBe(false)
  await client.end().catch(() => {})
  await second.drop()
  await server.stop()
})
