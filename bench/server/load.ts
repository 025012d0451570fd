/** Sends check-ins over so many connections for so long, in a process of its own; tells how long each took. */
import { randomInt, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { checkInOf, FIRST } from './patients.ts'
import type { Load, Loaded } from './loading.ts'

process.once('message', (load: Load) => {
  void run(load).then((loaded) => process.send?.(loaded, () => process.disconnect()))
})

async function run({ port, clients, patients, forMs, most }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const begin = performance.now()
  const end = begin + forMs
  const latenciesMs: number[] = []
  const one = async (): Promise<void> => {
    for (;;) {
      const sentAt = performance.now()
      if (sentAt >= end || latenciesMs.length >= most) return
      await send({ agent, port }, FIRST + randomInt(patients))
      const doneAt = performance.now()
      if (doneAt < end) latenciesMs.push(doneAt - sentAt)
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  const seconds = Math.min(performance.now(), end) - begin
  agent.destroy()
  return { seconds: seconds / 1000, latenciesMs }
}

function send(
  { agent, port }: { readonly agent: Agent; readonly port: number },
  number: number,
): Promise<void> {
  const { path, headers, body } = checkInOf(number, randomUUID())
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const asked = request(
    {
      agent,
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    },
    (response) => {
      let told = ''
      response.setEncoding('utf8').on('data', (text: string) => (told += text))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 201) resolve()
        else reject(new Error(`${response.statusCode} ${told}`))
      })
    },
  )
  asked.on('error', reject)
  asked.end(body)
  return promise
}
