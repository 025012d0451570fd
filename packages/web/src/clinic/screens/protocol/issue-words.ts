import type { Issue } from '@afterglow/engine'
import type { App } from '../../../app/app-context.ts'

/** What the server says of a field, in its own words; undefined where it says nothing. */
export function issueWords(
  { format }: Pick<App, 'format'>,
  issues: readonly Issue[],
): string | undefined {
  const said = [...new Set(issues.map(({ diagnostics }) => diagnostics))]
  return said.length === 0 ? undefined : format.join(said, 'semicolon')
}
