import { spawn, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** The command as a checkout has it, through npx. */
function npx(args: readonly string[], input = '') {
  return spawnSync('npx', ['afterglow', ...args], { encoding: 'utf8', input })
}

const ASK = [
  'assess',
  '--jsonl',
  '--session',
  'examples/session.json',
  '--at',
  '2026-11-22T11:45:00+04:00',
]

describe('npx afterglow', () => {
  it('prints the plan of the example, without colour into a pipe', () => {
    const { stdout, status } = npx(['plan', '--session', 'examples/session.json'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Afterglow: /)
    expect(stdout).not.toContain('\u001B')
  })

  it('exits with 2 and an empty stdout on bad input', () => {
    const { stdout, stderr, status } = npx(['plan', '--sesion', 'x'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/did you mean "session"/)
  })

  it('answers a line before the next one is there', async () => {
    const child = spawn('npx', ['afterglow', ...ASK])
    child.stdin.write('{"id":1,"subject":"makeup"}\n')
    const first = await new Promise<string>((resolve) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    })
    expect(first).toContain('"id":1')
    child.stdin.end('{"id":2,"subject":"makeup"}\n')
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
  })

  it('says in one line that the disk is full', () => {
    const command = 'npx afterglow plan --session examples/session.json > /dev/full'
    const { stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toBe('afterglow: could not write the answer (ENOSPC)\n')
  })

  it('is as wide as COLUMNS says', () => {
    const wide = (columns: string) => {
      const env = { ...process.env, COLUMNS: columns }
      const args = ['afterglow', 'plan', '--session', 'examples/session.json']
      const { stdout } = spawnSync('npx', args, { encoding: 'utf8', env })
      return Math.max(...stdout.split('\n').map((line) => line.length))
    }
    expect(wide('60')).toBeLessThanOrEqual(60)
    expect(wide('90')).toBeGreaterThan(60)
    expect(wide('wide')).toBeGreaterThan(90)
  })

  it('stops without a word when nobody reads on', () => {
    const lines = '{"subject":"makeup"}\\n'.repeat(500)
    const command = `printf '${lines}' | npx afterglow ${ASK.join(' ')} | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr).toBe('')
  })
})
