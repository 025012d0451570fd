import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { type Adoption, type Apply, previewAdoption, rollBackTo } from '../../api/adoptions.ts'
import { newKey, ProblemError } from '../../api/request.ts'
import { useConsole } from '../../app/console-context.ts'
import { readAgain, useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { loosens } from './draft.ts'
import { useProtocol } from './protocol-context.tsx'
import { ApplyChoice, keyOf, usePublished } from './publish-form.tsx'

/** Publishes what an older version held as the next one. */
export function RollBack({ version }: { readonly version: Adoption }): JSX.Element {
  const { i18n } = useApp()
  const { standing, mayShorten } = useProtocol()
  const isBarred = !mayShorten && loosens(standing, version.changes)
  return (
    <Card title={i18n._({ id: 'protocol.back', message: 'Bring it back' })}>
      {isBarred ? (
        <p>
          {i18n._({
            id: 'protocol.back.barred',
            message:
              'Something may open earlier than now by this version. A clinician has to bring it back.',
          })}
        </p>
      ) : (
        <RollBackForm version={version} />
      )}
    </Card>
  )
}

function RollBackForm({ version }: { readonly version: Adoption }): JSX.Element {
  const { i18n } = useApp()
  const { now } = useProtocol()
  const { sayProblem } = useConsole()
  const [apply, setApply] = useState<Apply>('new')
  const [isBusy, setBusy] = useState(false)
  const key = useRef(newKey())
  const told = usePublished()
  const effect = useEffectOf(version, now.number)
  const bringBack = async () => {
    setBusy(true)
    const publishing = { apply, after: now.number }
    const reply = await rollBackTo(version.number, publishing, keyOf(key.current, publishing))
    setBusy(false)
    if (reply.ok) return told(reply)
    sayProblem(reply.problem)
    return readAgain('adoptions')
  }
  return (
    <>
      <p>
        {i18n._({
          id: 'protocol.back.text',
          message: 'It is published again as version {number}. Nothing is erased.',
          values: { number: now.number + 1 },
        })}
      </p>
      <Show loaded={effect}>
        {(plans) => <ApplyChoice apply={apply} onChange={setApply} plans={plans} />}
      </Show>
      <Button disabled={isBusy} onClick={() => void bringBack()}>
        {i18n._({
          id: 'protocol.back.do',
          message: 'Bring back version {number}',
          values: { number: version.number },
        })}
      </Button>
    </>
  )
}

/** How many running plans it would change, made from what it was made from; null where that cannot be said any more. */
function useEffectOf({ number, changes, base }: Adoption, now: number) {
  return useQuery(['adoptions', 'effect', String(number), String(now)], async () => {
    const reply = await previewAdoption(
      changes,
      base.map(({ hash }) => hash),
    )
    if (!reply.ok) throw new ProblemError(reply.problem)
    return reply.value.plans
  })
}
