import { expect, it } from 'vitest'
import { linesOf } from './lines.ts'
import { isHttps } from './url-faults.ts'

it('reads a pasted list of addresses, whatever stands between them', () => {
  expect(linesOf('a@b.example, c@d.example;\n\n e@f.example \n')).toEqual([
    'a@b.example',
    'c@d.example',
    'e@f.example',
  ])
})

it('takes no address that a browser would run or that travels in the open', () => {
  expect(isHttps('https://book.example/me')).toBe(true)
  for (const text of ['http://book.example', 'javascript:alert(1)', 'book.example', 'https://'])
    expect([text, isHttps(text)]).toEqual([text, false])
})
