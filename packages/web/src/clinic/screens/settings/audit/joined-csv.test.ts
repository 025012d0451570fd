import { expect, it } from 'vitest'
import { joinedCsv } from './joined-csv.ts'

it('has one head, and every line of every page once', () => {
  const pages = ['at,what\r\n1,a\r\n', 'at,what\r\n2,b\r\n', 'at,what\r\n']
  expect(joinedCsv(pages)).toBe('at,what\r\n1,a\r\n2,b\r\n')
})
