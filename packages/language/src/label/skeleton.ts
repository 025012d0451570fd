/** A name as words: lower case, no accents, one space for everything that is no letter and no digit. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * What is left of a folded name where scanners and fingers slip: no spaces, zero as o, one and l as i, rn as m, vv as w.
 * Names are found by it, so `G1ycerin`, `Sodiurn Lactate` and `sodiumlactate` need no guess.
 */
export function skeletonOf(folded: string): string {
  return folded
    .replaceAll(' ', '')
    .replaceAll('0', 'o')
    .replaceAll(/[1l]/g, 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}
