import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { OneMoment } from '../../components/one-moment.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { goneWrong } from '../../linked/linked-words.ts'
import { itemsOf, useAsked } from '../../linked/use-asked.ts'
import type { ClinicPageProps } from './clinic-pages.ts'

interface Access {
  readonly at: string
  readonly by: string
  readonly name: string | null
  readonly action: string
}

/** Who opened or changed the record, the newest first. One's own looks are left out: they are many. */
export function Accesses({ clinic: { patientId } }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  const [cursors, setCursors] = useState<readonly string[]>([''])
  return (
    <Card title={i18n._({ id: 'access.title', message: 'Who looked at your record' })}>
      {cursors.map((cursor, place) => (
        <AccessPage
          key={cursor}
          path={`/patients/${patientId}/accesses${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`}
          onMore={(next) => setCursors((before) => [...before.slice(0, place + 1), next])}
          isLast={place === cursors.length - 1}
        />
      ))}
    </Card>
  )
}

interface AccessPageProps {
  readonly path: string
  readonly onMore: (cursor: string) => void
  readonly isLast: boolean
}

function AccessPage({ path, onMore, isLast }: AccessPageProps): JSX.Element {
  const { i18n, format, at } = useApp()
  const [asked] = useAsked(path)
  if (asked === undefined) return <OneMoment />
  if (typeof asked === 'string') return <p>{goneWrong(i18n, asked)}</p>
  const others = itemsOf<Access>(asked.body).filter(({ by }) => by !== 'patient')
  const { next } = asked.body
  return (
    <>
      {others.length === 0 ? (
        <p>{i18n._({ id: 'access.none', message: 'Nobody but you, on this page of the list.' })}</p>
      ) : (
        <Rows>
          {others.map((one, place) => (
            <Row
              key={`${one.at} ${place}`}
              title={<span dir="auto">{one.name ?? whoWord(i18n, one.by)}</span>}
              note={didWord(i18n, one.action)}
              end={format.shortDayTime(Date.parse(one.at), at)}
            />
          ))}
        </Rows>
      )}
      {isLast && typeof next === 'string' ? (
        <div class="cluster">
          <Button onClick={() => onMore(next)}>
            {i18n._({ id: 'access.more', message: 'Show older ones' })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function whoWord(i18n: I18n, by: string): string {
  switch (by) {
    case 'staff':
      return i18n._({ id: 'access.staff', message: 'Somebody of your clinic' })
    case 'caregiver':
      return i18n._({ id: 'access.caregiver', message: 'Your caregiver' })
    case 'api-key':
      return i18n._({ id: 'access.program', message: 'A program of your clinic' })
    default:
      return i18n._({ id: 'access.server', message: 'Your clinic’s server' })
  }
}

/** The last part of an action says what kind of thing was done. */
function didWord(i18n: I18n, action: string): string {
  return /\.(read|list|view|view-small|export|ask)/.test(action)
    ? i18n._({ id: 'access.looked', message: 'Looked at it' })
    : i18n._({ id: 'access.changed', message: 'Wrote in it' })
}
