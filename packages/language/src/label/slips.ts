/** Letters added, left out, replaced, or swapped with their neighbour; more than `most` is told as `most + 1`. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow({ a, b, i }, last, beforeLast)
    if (Math.min(...row) > most) return most + 1
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

interface Place {
  readonly a: string
  readonly b: string
  readonly i: number
}

function nextRow(
  { a, b, i }: Place,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j++) {
    const replaced = at(last, j - 1) + Number(a[i - 1] !== b[j - 1])
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swapped = isSwap ? at(beforeLast, j - 2) + 1 : replaced
    row.push(Math.min(at(row, j - 1) + 1, at(last, j) + 1, replaced, swapped))
  }
  return row
}

function at(row: readonly number[], k: number): number {
  // Rows are filled from the left and have an entry for every letter of `b`.
  return row[k] as number
}
