/** Pages of one table as one: the head of the first holds for all. */
export function joinedCsv(pages: readonly string[]): string {
  return pages.map((page, index) => (index === 0 ? page : withoutHead(page))).join('')
}

function withoutHead(page: string): string {
  const end = page.indexOf('\n')
  return end === -1 ? '' : page.slice(end + 1)
}
