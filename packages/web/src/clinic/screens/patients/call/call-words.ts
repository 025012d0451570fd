import type { App } from '../../../../app/app-context.ts'

/** Which alarms nobody has asked for. */
export function notAskedWords(
  { i18n, format, texts }: Pick<App, 'i18n' | 'format' | 'texts'>,
  unanswered: readonly string[],
): string {
  return i18n._({
    id: 'patient.call.open',
    message: 'Not asked yet: {signs}. Ask these before you say that it is nothing.',
    values: { signs: format.list(unanswered.map((sign) => texts.sign(sign))) },
  })
}
