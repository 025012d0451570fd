import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Choice } from '../../components/choice.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { hasSingleKeys, keepSingleKeys } from '../app/keys.ts'
import { keyGroups } from './key-words.ts'
import './palette.css'

interface KeyHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every key of the console, by where it works. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Sheet title={i18n._({ id: 'keys.title', message: 'Keys' })} isOpen={isOpen} onClose={onClose}>
      <SingleKeys />
      <div class="key-list">
        {keyGroups(i18n).map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(({ press, does }) => (
                <div key={press}>
                  <dt dir="ltr">
                    {press.split(' ').map((one) => (
                      <>
                        <kbd>{one}</kbd>{' '}
                      </>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

/** Some people's software types letters of its own: then only the keys with Ctrl do something. */
function SingleKeys(): JSX.Element {
  const { i18n } = useApp()
  const [isOn, setOn] = useState(hasSingleKeys)
  const change = (next: boolean) => {
    keepSingleKeys(next)
    setOn(next)
  }
  return (
    <Choice
      legend={i18n._({ id: 'keys.single', message: 'Keys without Ctrl' })}
      name="single-keys"
      isCompact
      chosen={[isOn ? 'on' : 'off']}
      onChange={([chosen]) => change(chosen === 'on')}
      options={[
        { value: 'on', label: i18n._({ id: 'keys.single.on', message: 'On' }) },
        { value: 'off', label: i18n._({ id: 'keys.single.off', message: 'Off in this browser' }) },
      ]}
    />
  )
}
