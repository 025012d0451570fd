export type SafeError = Readonly<Record<string, unknown>>

/** What a log may hold of a failure: its kind and where it was, never the values of a statement or of a text that was read. */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, message } = error
  const code = 'code' in error ? error.code : undefined
  const constraint = 'constraint' in error ? error.constraint : undefined
  return {
    name,
    ...(!quotesValues(error) && { message }),
    code,
    constraint,
    stack: framesOf(error),
  }
}

/** A database quotes a value that it cannot read (SQLSTATE class 22), and JSON.parse the text. */
function quotesValues(error: Error): boolean {
  if (error instanceof SyntaxError) return true
  return 'code' in error && typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code)
}

/** A stack begins with the message. */
function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
