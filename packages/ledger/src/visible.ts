/**
 * A text that was given, with every character spelled out that would move the cursor, change colours or turn the
 * direction of writing: a terminal must show it, not obey it.
 */
export function visible(text: string): string {
  return text.replaceAll(OBEYED, (char) => {
    const code = char.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

// oxlint-disable-next-line no-control-regex -- the very characters that must not pass
const OBEYED = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
