/** What leads to the screen `clinic-link` too. */
export const MORE_CLINIC_LINKS: readonly string[] = [
  'join/token',
  'inbox/alert',
  'set-up/token',
  'unsubscribe/token',
]

/** Every screen by its address, as it is with the example, which alone can be left by the questions: what holds for all of them is tried on each. */
export const SCREENS: readonly string[] = [
  'start',
  'start/1',
  'start/2',
  'start/3',
  'start/4',
  'start/5',
  'start/6',
  'open',
  'today',
  'ask',
  'can-i',
  'can-i/makeup',
  'can-i/retinoids',
  'can-i/ibuprofen',
  'products',
  'timeline',
  'check-in',
  'help',
  'sessions',
  'results',
  'more',
  'session',
  'session/ended',
  'print',
  'calendar',
  'share',
  'clinic-link',
  ...MORE_CLINIC_LINKS,
]
