import type { I18n } from '@lingui/core'

/** Questions as people ask them: one with a day, one on a product, one on what was done already. */
export function exampleQuestions(i18n: I18n): readonly string[] {
  return [
    i18n._({ id: 'ask.try.swim', message: 'Can I swim on Friday?' }),
    i18n._({ id: 'ask.try.retinol', message: 'When can I use retinol again?' }),
    i18n._({ id: 'ask.try.makeup', message: 'I put on makeup yesterday' }),
  ]
}
