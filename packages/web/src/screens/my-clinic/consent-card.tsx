import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Card } from '../../components/card.tsx'
import { Choice } from '../../components/choice.tsx'
import { OneMoment } from '../../components/one-moment.tsx'
import { ask } from '../../linked/ask.ts'
import { isGiven } from '../../linked/consents.ts'
import { goneWrong } from '../../linked/linked-words.ts'
import { NOTICE_VERSION } from '../../linked/outbox.ts'
import { useAsked } from '../../linked/use-asked.ts'
import type { ClinicPageProps } from './clinic-pages.ts'

type Scope = 'email' | 'sms' | 'push' | 'photos-care' | 'photos-marketing'

interface ConsentCardProps extends ClinicPageProps {
  readonly title: string
  readonly scopes: readonly Scope[]
}

/** What was agreed to, each by itself, and taken back as easily as it was given. */
export function ConsentCard({ clinic, title, scopes }: ConsentCardProps): JSX.Element {
  const { i18n } = useApp()
  const under = `/patients/${clinic.patientId}/consents`
  const [asked, again] = useAsked(under)
  const [trouble, setTrouble] = useState<'unreached' | 'refused' | null>(null)
  const change = async (scope: Scope, given: boolean): Promise<void> => {
    const body = { given, noticeVersion: NOTICE_VERSION }
    const answer = await ask({ method: 'PUT', path: `${under}/${scope}`, body })
    setTrouble(answer.kind === 'answered' ? null : answer.kind)
    again()
  }
  return (
    <Card title={title}>
      {asked === undefined ? <OneMoment /> : null}
      {typeof asked === 'string' ? <p>{goneWrong(i18n, asked)}</p> : null}
      {typeof asked === 'object' ? (
        <Choice
          legend={title}
          isLegendUnseen
          name={scopes.join('-')}
          isMultiple
          options={scopes.map((scope) => ({ value: scope, ...scopeWords(i18n, scope) }))}
          chosen={scopes.filter((scope) => isGiven(asked.body['consents'], scope))}
          onChange={(chosen) => {
            const consents = asked.body['consents']
            const changed = scopes.find(
              (scope) => chosen.includes(scope) !== isGiven(consents, scope),
            )
            if (changed) void change(changed, chosen.includes(changed))
          }}
        />
      ) : null}
      {trouble === null ? null : (
        <p class="field-error" role="alert">
          {goneWrong(i18n, trouble)}
        </p>
      )}
    </Card>
  )
}

function scopeWords(i18n: I18n, scope: Scope): { readonly label: string; readonly hint?: string } {
  switch (scope) {
    case 'email':
      return { label: i18n._({ id: 'consent.email', message: 'By e-mail' }) }
    case 'sms':
      return { label: i18n._({ id: 'consent.sms', message: 'By text message' }) }
    case 'push':
      return { label: i18n._({ id: 'consent.push', message: 'As a note on my devices' }) }
    case 'photos-care':
      return {
        label: i18n._({ id: 'consent.photos', message: 'Photos for my care' }),
        hint: i18n._({
          id: 'consent.photos-hint',
          message:
            'The people who treat you see the photos that you send. So does a caregiver, if you let one in.',
        }),
      }
    case 'photos-marketing':
      return {
        label: i18n._({ id: 'consent.marketing', message: 'Photos to show to others' }),
        hint: i18n._({
          id: 'consent.marketing-hint',
          message: 'Your care does not depend on this. You can take it back at any time.',
        }),
      }
    default:
      return scope satisfies never
  }
}
