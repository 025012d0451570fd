import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  DISPOSITIONS,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
  SIGNS,
  STATUSES,
} from '@afterglow/engine'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const page = readFileSync(join(ROOT, 'docs/session-file.md'), 'utf8')

describe('docs/session-file.md', () => {
  it.each([
    ['devices', DEVICES],
    ['body sites', BODY_SITES],
    ['adjuncts', ADJUNCTS],
    ['settings', SETTINGS],
    ['indications', INDICATIONS],
    ['medicines', MEDICINES],
    ['history', HISTORY],
    ['signs', SIGNS],
    ['statuses', STATUSES],
    ['dispositions', DISPOSITIONS],
  ])('names every code of the %s', (_, codes) => {
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it.each(['endedAtEstimated', 'settled', 'trend', 'severity', 'notes', 'didYouMean', 'unmapped'])(
    'says what `%s` is',
    (key) =>
      expect(page).toMatch(new RegExp(`(\\| |- |^)\`${key}\`|\`${key}\` \\(|\`${key}\`[,:]`, 'm')),
  )

  it('links only to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => link.endsWith('.jsonl'))).toHaveLength(2)
    expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([])
  })
})
