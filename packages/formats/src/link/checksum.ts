import type { Bits } from './bits.ts'

/** A cyclic redundancy check over bits, the first bit first, begun with ones: the one part that its names differ in. */
export interface Checksum {
  readonly width: number
  readonly polynomial: number
}

/** CRC-32/MPEG-2. */
export const CRC_32: Checksum = { width: 32, polynomial: 0x04c11db7 }
/** CRC-10/CDMA2000. */
export const CRC_10: Checksum = { width: 10, polynomial: 0x3d9 }

/** No change inside as many bits in a row as the check is wide goes unseen, the check itself included. */
export function checksumOf(bits: Bits, { width, polynomial }: Checksum): number {
  const mask = 2 ** width - 1
  let register = mask
  for (const bit of bits) {
    const isOut = (register >>> (width - 1)) & 1
    register = ((register << 1) & mask) >>> 0
    if (isOut !== Number(bit)) register = (register ^ polynomial) >>> 0
  }
  return register
}
