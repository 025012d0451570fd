import type { JSX } from 'preact'

/** Drawn on a grid of 24, one line wide; arrows turn round where the script runs from right to left. */
const PATHS = {
  today:
    'M12 4V2M12 22v-2M4 12H2m20 0h-2M5.6 5.6 4.2 4.2m15.6 15.6-1.4-1.4m0-12.8 1.4-1.4M4.2 19.8l1.4-1.4M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Z',
  'can-i':
    'M8.8 8.6a3.4 3.4 0 1 1 5.2 2.9c-1.3.8-2 1.5-2 3M12 18.2v.1M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z',
  timeline: 'M3 6h9M3 12h15M3 18h11M21 4v16',
  'check-in':
    'M9 4.5H6.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-13a2 2 0 0 0-2-2H15M9 3h6v4H9ZM8.5 14l2.5 2.5 4.8-5',
  help: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z',
  more: 'M4 7h16M4 12h16M4 17h16',
  session: 'M4 20h4L19 9l-4-4L4 16ZM13 7l4 4',
  sessions: 'M4 6.5h16v14H4ZM8 3.5v5M16 3.5v5M4 11h16M9 15.5h.1M15 15.5h.1',
  results: 'M3 19l6-7 4 4.5 2.5-3L21 19ZM3 5h18v14H3ZM15.5 9.5h.1',
  patients:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.6a3.5 3.5 0 0 1 0 5.8M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  protocol: 'M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2ZM12 6.5v14',
  insight: 'M4 20V4M4 20h16M8.5 16.5v-4M13 16.5V8M17.5 16.5v-6',
  settings:
    'M4 7h8M16 7h4M4 17h4M12 17h8M14 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM10 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  back: 'M15 5l-7 7 7 7',
  onward: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  products:
    'M9 2.5h6v3.5H9ZM8 6h8c1.5 1.2 2.5 2.7 2.5 4.5v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9C5.5 8.7 6.5 7.2 8 6ZM9 12h6M9 16h4',
  ask: 'M4 5h16v11h-9l-4.5 4v-4H4ZM8.5 9h7M8.5 12.5h4.5',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM21 21l-5.4-5.4',
  phone:
    'M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z',
  globe:
    'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM2 12h20M12 2c3 3 4 6.5 4 10s-1 7-4 10c-3-3-4-6.5-4-10s1-7 4-10Z',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  share: 'M12 15V3m0 0L8 7m4-4 4 4M5 12v8h14v-8',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM12 6.5V12l3.5 2',
} as const

export type IconName = keyof typeof PATHS

const DIRECTED: ReadonlySet<IconName> = new Set(['back', 'onward', 'timeline'])

interface IconProps {
  readonly name: IconName
  readonly size?: number
}

/** A picture beside a word; it says nothing by itself. */
export function Icon({ name, size = 24 }: IconProps): JSX.Element {
  return (
    <svg
      class={DIRECTED.has(name) ? 'icon icon-directed' : 'icon'}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
