/** Finds words that a mistyped one may have meant, at a cost that does not grow with the number of words known. */
export interface NearWords {
  readonly known: ReadonlySet<string>
  /** Known words by what is left of them when one letter is left out. */
  readonly byGap: ReadonlyMap<string, readonly string[]>
  /** Known words by their consonants: vowels are what people mistype most. */
  readonly bySkeleton: ReadonlyMap<string, readonly string[]>
}

/** A shorter word with a letter changed is another word. */
const SHORTEST = 4
const LONGEST = 24

export function createNearWords(words: Iterable<string>): NearWords {
  const known = new Set(words)
  const byGap = new Map<string, string[]>()
  const bySkeleton = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < SHORTEST || word.length > LONGEST) continue
    for (const gap of [word, ...gapsOf(word)]) push(byGap, gap, word)
    if (word.length >= LONG) push(bySkeleton, skeletonOf(word), word)
  }
  return { known, byGap, bySkeleton }
}

/** From this length on two letters may be wrong, where the consonants are right. */
const LONG = 6

/** Every known word at the least distance; the word itself where it is known, none where nothing is near. */
export function nearWords(
  { known, byGap, bySkeleton }: NearWords,
  word: string,
): readonly string[] {
  if (known.has(word)) return [word]
  if (word.length < SHORTEST || word.length > LONGEST) return []
  const found = new Set([word, ...gapsOf(word)].flatMap((gap) => byGap.get(gap) ?? []))
  const near = [...found].filter((one) => one[0] === word[0] && isOneOff(word, one))
  if (near.length > 0 || word.length < LONG) return near
  const alike = bySkeleton.get(skeletonOf(word)) ?? []
  return alike.filter((one) => Math.abs(one.length - word.length) <= 2)
}

function gapsOf(word: string): readonly string[] {
  return Array.from(word, (_, k) => word.slice(0, k) + word.slice(k + 1))
}

function skeletonOf(word: string): string {
  return word
    .slice(0, 1)
    .concat(word.slice(1).replaceAll(/[aeiouyاويه]/g, ''))
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll('z', 's')
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneOff(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true
  if (restA.slice(1) === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}
