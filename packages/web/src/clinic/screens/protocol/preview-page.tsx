import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { whenLoaded } from '../../../app/when-loaded.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { OneMoment } from '../../../components/one-moment.tsx'
import { Page } from '../../../components/page.tsx'
import { type Preview, previewAdoption } from '../../api/adoptions.ts'
import type { Problem, Reply } from '../../api/request.ts'
import { problemWords } from '../../words/problem-words.ts'
import { ChangeList } from './change-list.tsx'
import { DraftPart } from './draft-part.tsx'
import { type Draft, heldDraft, holdDraft } from './draft-store.ts'
import { changeLines, PARTS } from './draft.ts'
import { OtherPublished } from './other-published.tsx'
import { PlanEffects } from './plan-effects.tsx'
import { useProtocol } from './protocol-context.tsx'
import { PublishForm } from './publish-form.tsx'
import { RuleList } from './rule-list.tsx'

/** What publishing the draft would change: the rules, and every running plan. Nothing is written by looking. */
export function PreviewPage(): JSX.Element {
  const { i18n } = useApp()
  const { draft, mayEdit } = useProtocol()
  const title = i18n._({ id: 'protocol.preview', message: 'Preview' })
  const back = {
    href: hrefTo('protocol', 'draft'),
    label: i18n._({ id: 'protocol.draft', message: 'Your draft' }),
  }
  if (draft === null || !mayEdit)
    return (
      <Page title={title} back={back}>
        <p>{i18n._({ id: 'protocol.preview.none', message: 'There is no draft to look at.' })}</p>
      </Page>
    )
  return <DraftPreview draft={draft} title={title} back={back} />
}

interface DraftPreviewProps {
  readonly draft: Draft
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
}

function DraftPreview({ draft, title, back }: DraftPreviewProps): JSX.Element {
  const { i18n } = useApp()
  const [asked, again] = usePreview(draft)
  const value = asked?.ok ? asked.value : null
  const heading = value?.plans ? changedText(i18n, value.plans.changed) : title
  return (
    <Page
      title={title}
      back={back}
      aside={value?.plans ? <PublishForm plans={value.plans} /> : null}
    >
      <OtherPublished />
      {asked === null ? (
        <OneMoment />
      ) : (
        <div class="stack" role="status">
          {asked.ok && asked.value.plans ? <p class="preview-count">{heading}</p> : null}
        </div>
      )}
      {asked?.ok === false ? <Refused problem={asked.problem} onAgain={again} /> : null}
      {value === null ? null : <Result preview={value} />}
    </Page>
  )
}

function changedText(i18n: ReturnType<typeof useApp>['i18n'], count: number): string {
  return i18n._({
    id: 'protocol.preview.count',
    message:
      '{count, plural, =0 {This changes no running plan} one {This changes # running plan} other {This changes # running plans}}',
    values: { count },
  })
}

function usePreview(draft: Draft): readonly [Reply<Preview> | null, () => void] {
  const [asked, setAsked] = useState<Reply<Preview> | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    setAsked(null)
    return whenLoaded(previewAdoption(draft.changes), (reply) => {
      keepIssues(draft, reply)
      setAsked(reply)
    })
  }, [draft.changes, tries])
  return [asked, () => setTries((count) => count + 1)]
}

/** The forms show what the server says of their fields. */
function keepIssues({ changes }: Draft, reply: Reply<Preview>): void {
  const held = heldDraft()
  if (held?.changes !== changes) return
  holdDraft({ ...held, issues: reply.ok ? reply.value.issues : reply.problem.issues })
}

interface RefusedProps {
  readonly problem: Problem
  readonly onAgain: () => void
}

function Refused({ problem, onAgain }: RefusedProps): JSX.Element {
  const { i18n } = useApp()
  if (problem.issues.length > 0) return <Issues />
  return (
    <div class="notice" role="alert">
      <p>{problemWords(i18n, problem)}</p>
      <Button onClick={onAgain}>{i18n._({ id: 'protocol.again', message: 'Try again' })}</Button>
    </div>
  )
}

/** Each thing that is wrong at what it is wrong with. */
function Issues(): JSX.Element {
  const { i18n } = useApp()
  const { draft } = useProtocol()
  const others = (draft?.issues ?? []).filter(({ expression }) => !/\[\d+\]/.test(expression))
  return (
    <>
      <div class="notice" role="alert">
        <p>
          <b>
            {i18n._({
              id: 'protocol.preview.issues',
              message: 'The draft cannot be published as it is. Put these right:',
            })}
          </b>
        </p>
        {others.map(({ expression, diagnostics }) => (
          <p key={expression + diagnostics}>{diagnostics}</p>
        ))}
      </div>
      {PARTS.map((part) => (
        <DraftPart key={part} part={part} isTroubleOnly />
      ))}
    </>
  )
}

function Result({ preview }: { readonly preview: Preview }): JSX.Element {
  const { i18n } = useApp()
  const { draft, standing } = useProtocol()
  if (preview.issues.length > 0) return <Issues />
  const lines = draft === null ? [] : changeLines(standing, draft.changes)
  return (
    <>
      <Card title={i18n._({ id: 'protocol.preview.rules', message: 'What is said differently' })}>
        <ChangeList lines={lines} />
        {preview.diff === null || preview.diff.changes.length === 0 ? null : (
          <>
            <p class="quiet">
              {i18n._({
                id: 'protocol.preview.against',
                message: 'In the ledger, against what is published for everybody:',
              })}
            </p>
            <RuleList changes={preview.diff.changes} />
          </>
        )}
      </Card>
      {preview.plans === null ? null : <PlanEffects plans={preview.plans} />}
    </>
  )
}
