import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'

const SHOWN = 5

/** The first rows, and the others behind a step. */
export function More({ rows }: { readonly rows: readonly JSX.Element[] }): JSX.Element {
  const { i18n } = useApp()
  const rest = rows.slice(SHOWN)
  return (
    <>
      <ul class="rows">{rows.slice(0, SHOWN)}</ul>
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>
            {i18n._({
              id: 'clinic-today.more',
              message: '{count, plural, one {# more} other {# more}}',
              values: { count: rest.length },
            })}
          </summary>
          <ul class="rows">{rest}</ul>
        </details>
      )}
    </>
  )
}
