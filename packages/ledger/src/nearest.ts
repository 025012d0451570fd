/** More slips than this make another word: `tretinoin` is no mistyped `isotretinoin`. */
const MOST_SLIPS = 2

/** The candidate that a mistyped word most likely meant; undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const allowed = Math.min(MOST_SLIPS, Math.max(1, Math.floor(word.length / 3)))
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const distance =
      candidate.startsWith(word) && word.length > 2 ? 1 : editDistance(word, candidate)
    if (distance <= allowed && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

/** Insertions, deletions and replacements between two words; a swap of neighbours counts as one. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + Number(a[i - 1] !== b[j - 1])
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(beforeLast, j - 2) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(at(row, j - 1) + 1, at(last, j) + 1, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], k: number): number {
  // Every index above lies inside its row: rows have b.length + 1 entries and are filled from the left.
  return row[k] as number
}

/** `, did you mean "x"?` where something is near, else nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word.toLowerCase(), candidates)
  return found === undefined ? '' : `; did you mean "${found}"`
}
