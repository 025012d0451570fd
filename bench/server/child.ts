import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf, type Place } from './world.ts'

export interface ServerProcess {
  readonly port: number
  /** Resident memory now; null where the system does not say. */
  readonly residentMb: () => number | null
  /** Processor time that it has used. */
  readonly cpuSeconds: () => number | null
  readonly stop: () => Promise<void>
}

export async function startServerProcess(
  place: Place,
  execArgv: readonly string[] = [],
): Promise<ServerProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = fork(join(import.meta.dirname, 'serve.ts'), [], {
    env: { PATH, HOME, TZ: 'UTC', NODE_ENV: 'production', ...environmentOf(place) },
    execArgv: [...execArgv],
  })
  const [port] = (await Promise.race([once(child, 'message'), failed(child)])) as [number]
  return {
    port,
    residentMb: () => residentMb(child.pid ?? 0),
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    stop: async () => {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

async function failed(child: ChildProcess): Promise<never> {
  await once(child, 'exit')
  throw new Error('the server ended before it answered')
}

function residentMb(pid: number): number | null {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? null : Number(kb) / 1024
  } catch {
    return null
  }
}

/** In ticks of a hundredth of a second, after the name in brackets. */
function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = Number(fields[11]) + Number(fields[12])
    return ticks >= 0 ? ticks / 100 : null
  } catch {
    return null
  }
}
