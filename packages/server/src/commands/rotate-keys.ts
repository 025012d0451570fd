import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { replaceKeyFile } from '../backup/replace-key-file.ts'
import { type Counts, leftUnderOldKeys, resealAll } from '../backup/rotate-keys.ts'
import { openKeyFile } from '../key-file.ts'
import { type MasterKeys, rotatedMasterKeys } from '../seal/index.ts'
import { migrate } from '../store/migrate.ts'
import {
  type CommandRequest,
  type OpenCommand,
  requireSchema,
  type Said,
  withStore,
} from './command.ts'

/** `afterglow rotate-keys [--drop-old]` */
export async function rotateKeys(request: CommandRequest): Promise<Result<Said>> {
  return withStore(request, { alone: true }, async (open) => {
    const there = await requireSchema(open)
    if (!there.ok) return there
    const { randomBytes } = open.world
    const masterKeys = openKeyFile(open.keyFile, { mayCreate: false, randomBytes })
    if (!masterKeys.ok) return masterKeys
    await migrate(open.db)
    const dropOld = request.flags['drop-old'] !== undefined
    return dropOld ? dropOldKeys(open, masterKeys.value) : rotate(open, masterKeys.value)
  })
}

/** Begun again after a stop, it goes on with the key that was made then. */
async function rotate(
  { db, world, keyFile }: OpenCommand,
  before: MasterKeys,
): Promise<Result<Said>> {
  const isUnfinished = sum(await leftUnderOldKeys(db, before)) > 0
  const masterKeys = isUnfinished ? before : rotatedMasterKeys(before)
  // In the file before anything is sealed with it: a value whose key is nowhere is lost.
  if (!isUnfinished) replaceKeyFile(keyFile).put(masterKeys)
  const counts = await resealAll(db, { masterKeys, now: world.now })
  const text = `Everything is under ${masterKeys.current} now (${sum(counts)} values). Start the servers and write a backup; then afterglow rotate-keys --drop-old takes the old key out of ${keyFile}.\n`
  return succeed({ text, json: { current: masterKeys.current, counts } })
}

async function dropOldKeys(
  { db, keyFile }: OpenCommand,
  masterKeys: MasterKeys,
): Promise<Result<Said>> {
  const left = sum(await leftUnderOldKeys(db, masterKeys))
  if (left > 0)
    return fail([
      errorAt(
        '--drop-old',
        'business-rule',
        `${left} values are still under an older key: run afterglow rotate-keys first`,
      ),
    ])
  const { current } = masterKeys
  const keys = new Map([...masterKeys.keys].filter(([name]) => name === current))
  replaceKeyFile(keyFile).put({ ...masterKeys, keys })
  const text = `${keyFile} holds ${current} alone; the file before is ${keyFile}.before: destroy it once the server runs.\n`
  return succeed({ text, json: { current, dropped: masterKeys.keys.size - 1 } })
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
