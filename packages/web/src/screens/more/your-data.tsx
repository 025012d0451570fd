import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { loadRecordFile } from '../../store/load-record-file.ts'
import { saveFile } from '../../store/save-file.ts'

/** What is kept, and the three ways to handle it: save, open, erase. */
export function YourData(): JSX.Element {
  const { i18n, record } = useApp()
  if (record.clinic) return <SharedData />
  return (
    <Card title={i18n._({ id: 'data.title', message: 'Your data' })}>
      <p>
        {i18n._({
          id: 'data.privacy',
          message:
            'Everything you enter stays in this browser on this device. Nothing is sent, nothing is counted, nobody watches. There is no account. If you clear the browser, it is gone: save a file, or print your sheet with its code.',
        })}
      </p>
      <div class="cluster">
        <SaveButton />
        <Button href={hrefTo('open')}>
          {i18n._({ id: 'data.open', message: 'Open a file or a code' })}
        </Button>
        <EraseButton />
      </div>
    </Card>
  )
}

/** With a clinic: what goes to it, what does not, and the way out. */
function SharedData(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card title={i18n._({ id: 'data.title', message: 'Your data' })}>
      <p>
        {i18n._({
          id: 'data.clinic',
          message:
            'Your check-ins, your messages and what you tell about your plan go to your clinic. Photos go there only when you send them. Your questions, the products you check and the photos under Results stay on this device.',
        })}
      </p>
      <div class="cluster">
        <SaveButton />
        <Button kind="quiet" href={hrefTo('my-clinic', 'sign-out')}>
          {i18n._({ id: 'clinic.sign-out', message: 'Sign out' })}
        </Button>
      </div>
    </Card>
  )
}

function SaveButton(): JSX.Element {
  const { i18n, record } = useApp()
  const save = async (): Promise<void> => {
    const { toRecordFile } = await loadRecordFile()
    saveFile({
      name: 'afterglow.json',
      type: 'application/json',
      content: `${JSON.stringify(toRecordFile(record), null, 2)}\n`,
    })
  }
  return (
    <Button onClick={() => void save()}>
      {i18n._({ id: 'data.save', message: 'Save to a file' })}
    </Button>
  )
}

function EraseButton(): JSX.Element {
  const { i18n, erase } = useApp()
  const [isAsking, setAsking] = useState(false)
  const title = i18n._({ id: 'data.erase', message: 'Erase everything' })
  const eraseAll = async (): Promise<void> => {
    await erase()
    goTo(hrefTo('start'), { instead: true })
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {title}
      </Button>
      <Sheet title={title} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>
          {i18n._({
            id: 'data.erase-sure',
            message:
              'Your session, your check-ins and your photos on this device are erased for good. Nobody else has a copy.',
          })}
        </p>
        <div class="cluster">
          <Button kind="main" onClick={() => void eraseAll()}>
            {i18n._({ id: 'data.erase-yes', message: 'Yes, erase' })}
          </Button>
          <Button onClick={() => setAsking(false)}>
            {i18n._({ id: 'data.erase-no', message: 'No, keep it' })}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
