import type { I18n } from '@lingui/core'

/** A key, or keys one after the other, and what they do. */
interface KeyLine {
  readonly press: string
  readonly does: string
}

interface KeyGroup {
  readonly title: string
  readonly keys: readonly KeyLine[]
}

export function keyGroups(i18n: I18n): readonly KeyGroup[] {
  return [
    {
      title: i18n._({ id: 'keys.anywhere', message: 'Anywhere, where nobody is typing' }),
      keys: anywhere(i18n),
    },
    { title: i18n._({ id: 'keys.today', message: 'Today, and an alert' }), keys: today(i18n) },
    { title: i18n._({ id: 'console.nav.new', message: 'New session' }), keys: newSession(i18n) },
    { title: i18n._({ id: 'keys.give', message: 'Give the plan' }), keys: give(i18n) },
  ]
}

function anywhere(i18n: I18n): readonly KeyLine[] {
  return [
    line('N', i18n._({ id: 'console.nav.new', message: 'New session' })),
    line('/', i18n._({ id: 'keys.find', message: 'Find a patient or a page' })),
    line('Ctrl+K', i18n._({ id: 'keys.find.typing', message: 'The same, while typing too' })),
    line('G T', i18n._({ id: 'console.nav.today', message: 'Today' })),
    line('G P', i18n._({ id: 'console.nav.patients', message: 'Patients' })),
    line('G S', i18n._({ id: 'console.nav.series', message: 'Series' })),
    line('Ctrl+Z', i18n._({ id: 'keys.undo', message: 'Take back what was done last' })),
    line('?', i18n._({ id: 'keys.help', message: 'These keys' })),
    line('Esc', i18n._({ id: 'keys.close', message: 'Close what is open' })),
  ]
}

function today(i18n: I18n): readonly KeyLine[] {
  return [
    line('J', i18n._({ id: 'keys.down', message: 'The next row' })),
    line('K', i18n._({ id: 'keys.up', message: 'The row before' })),
    line('Enter', i18n._({ id: 'keys.open', message: 'Open the row' })),
    line('A', i18n._({ id: 'keys.take', message: 'Take the alert' })),
  ]
}

function newSession(i18n: I18n): readonly KeyLine[] {
  return [
    line('Tab', i18n._({ id: 'keys.next-field', message: 'The next field' })),
    line('Ctrl+Enter', i18n._({ id: 'keys.record', message: 'Record the session' })),
    line('↓ ↑ Enter', i18n._({ id: 'keys.choose', message: 'Choose what was found' })),
    line(
      'A…Z 0…9',
      i18n._({ id: 'keys.toggle', message: 'Choose, or take off, what has this letter' }),
    ),
  ]
}

function give(i18n: I18n): readonly KeyLine[] {
  return [
    line('P', i18n._({ id: 'sheet-page.print', message: 'Print the sheet' })),
    line('L', i18n._({ id: 'sheet-page.link', message: 'Link and square code' })),
    line('S', i18n._({ id: 'sheet-page.send.way', message: 'Send by e-mail or text' })),
  ]
}

function line(press: string, does: string): KeyLine {
  return { press, does }
}
