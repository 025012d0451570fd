import { parseArgs } from 'node:util'
import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { didYouMean } from '@afterglow/ledger'

/** What a server is told on its command line. */
export interface ServerArguments {
  readonly demo: boolean
}

const DEMO = '--demo'

/** Reads them: an argument that is none is named. */
export function readArguments(given: readonly string[]): Result<ServerArguments> {
  const { tokens } = parseArgs({ args: [...given], strict: false, tokens: true })
  const words = tokens.map((one) => (one.kind === 'option' ? optionOf(one) : given[one.index]))
  const unknown = words.filter((word) => word !== DEMO)
  if (unknown.length > 0) return fail(unknown.map((word) => issueOf(word ?? '--')))
  return succeed({ demo: words.includes(DEMO) })
}

function optionOf({
  rawName,
  value,
}: {
  readonly rawName: string
  readonly value?: string | undefined
}) {
  return value === undefined ? rawName : `${rawName}=${value}`
}

function issueOf(word: string) {
  const hint = didYouMean(word, [DEMO])
  return errorAt(word, 'value', `is no option of the server, which takes ${DEMO} alone${hint}`)
}
