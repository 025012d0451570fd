import { isZone } from '@afterglow/engine'
import { type Codec, list, uint } from './codec.ts'
import { textBetween } from './text-codec.ts'
import { ZONE_TABLE } from './zone-table.ts'

/** The number that a word in no table has; it is followed by the word. */
const SPELLED = 0

/** A word as the session file takes it: no space at either end, 1 to 200 UTF-16 code units. */
export const plainWord: Codec<string> = textBetween(
  { least: 1, most: 200 },
  (one) => one === one.trim(),
)

/** A word of a table by its place, any other letter by letter. A place past the table's end is of a later table. */
export function word(table: readonly string[], group = 4): Codec<string> {
  return tabled(table, { group, spelled: plainWord })
}

const LONGEST_LIST = 100

export function words(table: readonly string[]): Codec<string[]> {
  return list({ longest: LONGEST_LIST }, () => word(table))
}

const spelledZone: Codec<string> = textBetween({ least: 1, most: 200 })
const tabledZone = tabled(ZONE_TABLE, { group: 5, spelled: spelledZone })

/** An IANA zone. One that this device does not know cannot be counted in, wherever it stands. */
export const zone: Codec<string> = {
  write: tabledZone.write,
  read: (bits) => {
    const name = tabledZone.read(bits)
    if (bits.trouble() === undefined && !isZone(name)) bits.fail('unknown-zone')
    return name
  },
}

function tabled(
  table: readonly string[],
  { group, spelled }: { readonly group: number; readonly spelled: Codec<string> },
): Codec<string> {
  const place = uint(group)
  return {
    write: (value) => {
      const number = table.indexOf(value) + 1
      return number === SPELLED ? place.write(SPELLED) + spelled.write(value) : place.write(number)
    },
    read: (bits) => {
      const number = place.read(bits)
      if (number === SPELLED) return spelled.read(bits)
      const found = table[number - 1]
      if (found === undefined) bits.fail('newer')
      return found ?? ''
    },
  }
}
