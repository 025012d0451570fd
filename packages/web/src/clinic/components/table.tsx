import type { ComponentChildren, JSX } from 'preact'
import './table.css'

export interface Column<T> {
  readonly key: string
  readonly head: string
  readonly cell: (row: T) => ComponentChildren
  /** Figures line up at their end. */
  readonly isFigure?: boolean
  /** Names its row: one column has it. */
  readonly isHead?: boolean
}

interface TableProps<T> {
  /** What it is a table of; said to screen readers unless `isCaptionShown`. */
  readonly caption: string
  readonly isCaptionShown?: boolean
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
}

/** A quiet table; where there is no room for its columns each row is a card. */
export function Table<T>(props: TableProps<T>): JSX.Element {
  const { caption, isCaptionShown = false, columns, rows, keyOf } = props
  return (
    <table class="table">
      <caption class={isCaptionShown ? 'table-caption' : 'unseen'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, isFigure }) => (
            <th key={key} scope="col" class={isFigure ? 'table-figure' : ''}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<T>({
  column: { head, cell, isFigure, isHead },
  row,
}: {
  readonly column: Column<T>
  readonly row: T
}): JSX.Element {
  const look = isFigure ? 'table-figure' : ''
  return isHead ? (
    <th scope="row" class={look}>
      {cell(row)}
    </th>
  ) : (
    <td class={look} data-head={head}>
      {cell(row)}
    </td>
  )
}
