import { type MasterKeys, masterKeysText } from '../seal/index.ts'
import type { Database } from '../store/database.ts'
import { type Backup, writePart, type Written } from './backup.ts'

const WARNING =
  'This file opens every patient record of the backup beside it. Keep it apart from that, where nobody else gets at it.'

/** Writes what opens a backup: the patients' keys, the server's secrets, the key file, and who has been erased. */
export async function writeKeys(
  db: Database,
  backup: Omit<Backup, 'photos'> & { readonly masterKeys: MasterKeys },
): Promise<Written> {
  const { masterKeys, ...rest } = backup
  const head = { warning: WARNING, masterKeys: masterKeysText(masterKeys) }
  return writePart(db, { ...rest, part: 'keys', head })
}

/** Writes who has been erased, so that no older backup brings anybody back. It names nobody: ids alone. */
export async function writeErasures(
  db: Database,
  backup: Omit<Backup, 'photos'>,
): Promise<Written> {
  return writePart(db, { ...backup, part: 'erasures', head: {} })
}
