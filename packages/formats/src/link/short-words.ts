import { CODE_TABLE } from './code-table.ts'

/** Stands for a word that a short code could not carry: it is in no list, so its fact stays unknown. */
export const UNNAMED = 'unnamed'

/**
 * The first words of each table, as many as this version of the code has room for. A word that comes to a table later is
 * `unnamed` in it.
 */
export const SHORT_WORDS = {
  devices: CODE_TABLE.devices.slice(0, 5),
  settings: CODE_TABLE.settings.slice(0, 2),
  bodySites: CODE_TABLE.bodySites.slice(0, 11),
  adjuncts: CODE_TABLE.adjuncts.slice(0, 6),
  medicines: CODE_TABLE.medicines.slice(0, 7),
  history: CODE_TABLE.history.slice(0, 12),
} as const
