import { createCompiledCatalog, getFormat } from '@lingui/cli/api'
import type { Messages } from '@lingui/core'

/** The translated messages of a .po file, compiled. What nobody has translated yet is not in it. */
export async function messagesOf(file: string): Promise<Messages> {
  const locale = file.slice(file.lastIndexOf('/') + 1, -'.po'.length)
  const format = await getFormat('po', {}, 'en')
  const read = (await format.read(file, locale)) ?? {}
  const translated = Object.entries(read).flatMap(([id, { translation, obsolete }]) =>
    translation === '' || obsolete ? [] : [[id, translation] as const],
  )
  return compiledMessages(locale, Object.fromEntries(translated))
}

/** The compiled form of each message. One that cannot be read stops the build. */
export function compiledMessages(
  locale: string,
  messages: Readonly<Record<string, string>>,
): Messages {
  const { source, errors } = createCompiledCatalog(locale, { ...messages }, { namespace: 'json' })
  const [first] = errors
  if (first) throw new Error(`${locale}: ${first.id}: ${first.error.message}`)
  // Written by createCompiledCatalog with the namespace json.
  return (JSON.parse(source) as { readonly messages: Messages }).messages
}
