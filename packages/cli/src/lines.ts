/** One line of a stream, without its end; `tooLong` where it passed the limit and was let go. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly tooLong: true }
  | { readonly number: number; readonly notText: true }

/** No more than this of one line is held; a session of some thousand events fits many times. */
export const LONGEST_LINE_BYTES = 4 * 1024 * 1024

const NEWLINE = 10

/** Splits a stream into lines as it comes: at most one line is held, and of a very long one only its start. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  longest: number = LONGEST_LINE_BYTES,
): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let size = 0
  let number = 1
  for await (const chunk of stream) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const tail = rest.subarray(0, end)
      yield lineFrom(size + tail.length > longest ? undefined : [...held, tail], number)
      held = []
      size = 0
      number++
      rest = rest.subarray(end + 1)
    }
    size += rest.length
    held = size > longest ? [] : [...held, rest]
  }
  if (size > 0) yield lineFrom(size > longest ? undefined : held, number)
}

function lineFrom(parts: readonly Uint8Array[] | undefined, number: number): Line {
  if (!parts) return { number, tooLong: true }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    return { number, text: decoder.decode(Buffer.concat(parts)) }
  } catch {
    return { number, notText: true }
  }
}
