import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const CATCHER = fileURLToPath(new URL('../examples/mail-catcher.js', import.meta.url))

function started(...args: readonly string[]) {
  return spawnSync(process.execPath, [CATCHER, ...args], { encoding: 'utf8', timeout: 20_000 })
}

it('listens where it is told to, and says which port is taken', async () => {
  const catcher = spawn(process.execPath, [CATCHER, '0'])
  try {
    // A stream gives what was written.
    const [said] = (await once(catcher.stdout, 'data')) as [Buffer]
    const port = /:(\d+) is shown here/.exec(String(said))?.[1] ?? ''
    const late = started(port)
    expect([late.status, late.stderr]).toEqual([
      2,
      `port ${port} is taken: give another one, mail-catcher.js ${Number(port) + 1}\n`,
    ])
  } finally {
    catcher.kill()
  }
}, 30_000)

it('takes no port that is none', () => {
  const { status, stderr } = started('smtp')
  expect([status, stderr]).toEqual([2, '"smtp" is no port: give a number up to 65535\n'])
})
