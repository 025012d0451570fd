/** A figure that is not told is null: it is of too few people. */
type Figure = number | null

/**
 * Parts of a sum that is told beside them. Where one part alone is hidden it could be worked out from the others: the
 * smallest of those is hidden too. Parts that are 0 hide nobody.
 */
export function hiddenTogether(parts: readonly Figure[]): readonly Figure[] {
  if (parts.filter((one) => one === null).length !== 1) return parts
  const least = Math.min(...parts.filter((one) => one !== null && one > 0).map(Number))
  const which = parts.indexOf(least)
  return parts.map((one, k) => (k === which ? null : one))
}

/** The same for each place of lists that stand beside each other; a list of fewer places has 0 in the others. */
export function hiddenColumns(
  lists: readonly (readonly Figure[])[],
): readonly (readonly Figure[])[] {
  const places = Math.max(0, ...lists.map(({ length }) => length))
  const columns = Array.from({ length: places }, (_, place) =>
    hiddenTogether(lists.map((list) => list[place] ?? (place < list.length ? null : 0))),
  )
  return lists.map((list, k) => list.map((_, place) => columns[place]?.[k] ?? null))
}
