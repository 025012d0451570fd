import type { ComponentChildren, JSX } from 'preact'
import './row.css'

interface RowProps {
  readonly title: ComponentChildren
  /** Before the title: a mark or an icon. */
  readonly mark?: ComponentChildren
  /** Under the title. */
  readonly note?: ComponentChildren
  /** At the end: a time, and what it is in. */
  readonly end?: ComponentChildren
  readonly endNote?: ComponentChildren
  /** Makes the whole row a link. */
  readonly href?: string
}

/** A list of rows. */
export function Rows({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <ul class="rows">{children}</ul>
}

/** One line of a list: what, a word on it, and when. */
export function Row({ href, ...props }: RowProps): JSX.Element {
  return (
    <li class="row-item">
      {href === undefined ? (
        <div class="row">{rowParts(props)}</div>
      ) : (
        <a class="row row-link" href={href}>
          {rowParts(props)}
        </a>
      )}
    </li>
  )
}

function rowParts({ title, mark, note, end, endNote }: Omit<RowProps, 'href'>): JSX.Element {
  return (
    <>
      {mark}
      <span class="row-text">
        <span class="row-title">{title}</span>
        {note === undefined ? null : <span class="row-note">{note}</span>}
      </span>
      {end === undefined ? null : (
        <span class="row-end">
          <b>{end}</b>
          {endNote === undefined ? null : <span class="row-note">{endNote}</span>}
        </span>
      )}
    </>
  )
}
