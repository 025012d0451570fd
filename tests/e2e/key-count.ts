import type { Page } from 'playwright-core'

/** A person at the keys alone; every key that goes down is counted, Ctrl and Shift too. */
export interface Keyboard {
  /** `Tab`, `h`, or keys held together: `Control+Enter`. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** Letters and digits, one key each; a capital letter takes Shift. */
  readonly type: (text: string) => Promise<void>
  readonly count: () => number
}

export function countedKeys(page: Page): Keyboard {
  let down = 0
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      down += key.split('+').length
      await page.keyboard.press(key)
    }
  }
  const type = (text: string) => press(...text.split('').map(keyOf))
  return { press, type, count: () => down }
}

function keyOf(letter: string): string {
  if (letter === '+') return 'Shift+Equal'
  return letter === letter.toLowerCase() ? letter : `Shift+${letter}`
}
