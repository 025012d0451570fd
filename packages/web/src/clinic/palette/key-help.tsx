import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Sheet } from '../../components/sheet.tsx'
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
