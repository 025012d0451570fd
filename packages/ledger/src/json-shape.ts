import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'

/** A session needs 6; what reads values by recursion would run out of stack on thousands. */
const DEEPEST_LEVEL = 64

/** The keys of an object that is still open; `undefined` for a list. */
type Level = Set<string> | undefined

/**
 * Refuses what `JSON.parse` lets pass in silence: a key that an object has twice, of which only the last would count,
 * and lists or objects inside one another more than 64 deep. `text` is JSON that was parsed; lines count from 1.
 */
export function checkShape(text: string): Outcome<null> {
  const levels: Level[] = []
  let isKeyNext = false
  for (let k = 0; k < text.length; k++) {
    const char = text[k]
    if (char === '"') {
      const end = endOfString(text, k)
      const keys = levels.at(-1)
      if (isKeyNext && keys) {
        const key = keyOf(text.slice(k, end + 1))
        if (keys.has(key)) return refuse(at(text, k, trouble(key, 'duplicate', TWICE)))
        keys.add(key)
      }
      isKeyNext = false
      k = end
    } else if (char === '{' || char === '[') {
      levels.push(char === '{' ? new Set() : undefined)
      if (levels.length > DEEPEST_LEVEL)
        return refuse(at(text, k, trouble('', 'structure', TOO_DEEP)))
      isKeyNext = char === '{'
    } else if (char === '}' || char === ']') levels.pop()
    else if (char === ',') isKeyNext = true
  }
  return done(null)
}

const TWICE = 'this key is given twice in one object; once is accepted'
const TOO_DEEP = `lists and objects stand more than ${DEEPEST_LEVEL} deep inside one another; accepted are at most ${DEEPEST_LEVEL} levels`

/** The closing quote: the first that is not escaped. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

/** `"\u0061t"` and `"at"` are one key. */
function keyOf(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

function at(text: string, position: number, issue: LocatedIssue): LocatedIssue {
  return { ...issue, line: text.slice(0, position).split('\n').length }
}
