import { type PatientSeries, readSeries, type SeriesState } from '../../api/series.ts'

export interface BoardPages {
  readonly items: readonly PatientSeries[]
  /** Not null where more may come. */
  readonly next: string | null
}

/** The first pages of the board, one after the other: each says where the next begins. */
export async function readBoard(state: SeriesState, pages: number): Promise<BoardPages> {
  const items: PatientSeries[] = []
  let next: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const read = await readSeries(state, next)
    items.push(...read.items)
    next = read.next
    if (next === null) break
  }
  return { items, next }
}
