import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { Icon } from '../../components/icon.tsx'
import type { Route } from '../app/clinic-route.ts'
import { useKeys } from '../app/keys.ts'
import { KeyHelp } from './key-help.tsx'
import { Palette } from './palette.tsx'

type Open = 'palette' | 'help' | null

/** The keys that work everywhere, and the two dialogs that they open; at the foot of the navigation both can be pressed. */
export function ShellKeys({ route }: { readonly route: Route }): JSX.Element {
  const { i18n } = useApp()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  // The list of patients has a field of its own.
  const isList = route.screen === 'patients' && route.rest.length === 0
  useKeys({
    n: () => goTo(hrefTo('new-session')),
    'g t': () => goTo(hrefTo('today')),
    'g p': () => goTo(hrefTo('patients')),
    'g s': () => goTo(hrefTo('series')),
    '?': () => setOpen('help'),
    'mod+k': () => {
      if (!document.querySelector('dialog[open]')) setOpen('palette')
    },
    ...(!isList && { '/': () => setOpen('palette') }),
  })
  return (
    <>
      <div class="shell-keys">
        <button type="button" onClick={() => setOpen('palette')}>
          <kbd>/</kbd>
          <Icon name="search" size={20} /> {i18n._({ id: 'palette.open', message: 'Find' })}
        </button>
        <button type="button" class="shell-keys-help" onClick={() => setOpen('help')}>
          <kbd>?</kbd> {i18n._({ id: 'keys.title', message: 'Keys' })}
        </button>
      </div>
      <Palette isOpen={open === 'palette'} onClose={close} />
      <KeyHelp isOpen={open === 'help'} onClose={close} />
    </>
  )
}
