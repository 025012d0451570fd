import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Load {
  readonly port: number
  readonly clients: number
  readonly patients: number
  readonly forMs: number
  /** It ends after so many, whatever the time. */
  readonly most: number
}

export interface Loaded {
  readonly seconds: number
  readonly latenciesMs: readonly number[]
}

/** A process that loads a server and is gone. */
export async function loadServer(load: Load): Promise<Loaded> {
  // What `load.ts` sends is a Loaded.
  return (await askProcess('load.ts', load)) as Loaded
}

/** Starts a file of this folder as a process, sends it one message and gives the one that it answers. */
export async function askProcess(file: string, message: object): Promise<unknown> {
  const child = fork(join(import.meta.dirname, file), { execArgv: [] })
  const answered = Promise.withResolvers<unknown>()
  child.once('message', answered.resolve)
  child.once('exit', () => answered.reject(new Error(`${file} ended early`)))
  child.send(message)
  const answer = await answered.promise
  if (child.exitCode === null) await once(child, 'exit')
  return answer
}
