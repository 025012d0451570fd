/** Hands on everything that is due, as the one worker of a server does; tells how long that took. */
import { wakeAll } from '../../packages/server/src/wake/worker.ts'
import type { Drained } from './drain.ts'
import { openHere, type Place } from './world.ts'

process.once('message', (place: Place) => {
  void run(place).then((drained) => process.send?.(drained, () => process.disconnect()))
})

async function run(place: Place): Promise<Drained> {
  const { deps, close } = await openHere(place)
  const cpu = process.cpuUsage()
  const begin = performance.now()
  const plans = await wakeAll(deps)
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await close()
  return { plans, seconds, cpuSeconds: (user + system) / 1_000_000 }
}
