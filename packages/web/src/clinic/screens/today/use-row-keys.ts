import { useRef } from 'preact/hooks'
import { useKeys } from '../../app/keys.ts'

/**
 * J and K go down and up through the links marked `data-row` inside; Enter opens the one that has the focus, as it does with
 * any link. A takes the alert of that row, or the first one.
 */
export function useRowKeys(onTake: (alertId: string | null) => void): {
  readonly current: HTMLDivElement | null
} {
  const place = useRef<HTMLDivElement>(null)
  const rows = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const here = () => rows().findIndex((row) => row === document.activeElement)
  const go = (step: 1 | -1) => {
    const all = rows()
    const from = here()
    const next = from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1)
    all[next]?.focus()
  }
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    a: () => onTake(rows()[here()]?.dataset['row'] ?? null),
  })
  return place
}
