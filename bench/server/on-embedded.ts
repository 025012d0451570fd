import { embeddedDialect } from '../../packages/server/src/store/embedded/dialect.ts'
import { openEmbedded } from '../../packages/server/src/store/embedded/embedded.ts'
import type { Dialect } from './recording.ts'
import { databaseFolder } from './world.ts'

/** Opens the embedded database of a server's folder for as long as `work` takes. */
export async function onEmbedded<T>(
  folder: string,
  work: (dialect: Dialect) => Promise<T>,
): Promise<T> {
  const embedded = await openEmbedded({ folder: databaseFolder(folder) })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  const done = await work(embeddedDialect(embedded.value))
  await embedded.value.close()
  return done
}
