/** Lets so many pieces of work run at once; the others wait in order. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** A photo of 50 million pixels may need some hundred megabytes while it is decoded: few at once. */
export function createGate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
