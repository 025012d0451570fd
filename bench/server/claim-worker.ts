/** Claims as a worker of a server does, on a connection of its own. */
import { createDatabase } from '../../packages/server/src/store/database.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { claimAtRandom, type Claiming, type Claims } from './claiming.ts'

process.once('message', (claiming: Claiming & { readonly url: string }) => {
  void run(claiming).then((claims) => process.send?.(claims, () => process.disconnect()))
})

async function run({ url, ...claiming }: Claiming & { readonly url: string }): Promise<Claims> {
  const { dialect } = openPostgres({ url, poolSize: 1, onError: () => {} })
  const db = createDatabase(dialect)
  const claims = await claimAtRandom(db, claiming)
  await db.destroy()
  return claims
}
