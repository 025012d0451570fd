import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { type Adoption, readAdoptionDiff } from '../../api/adoptions.ts'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { ChangeList } from './change-list.tsx'
import { changeLines, NO_CHANGES } from './draft.ts'
import { RuleList } from './rule-list.tsx'

interface VersionDiffProps {
  readonly versions: readonly Adoption[]
  readonly from: number
  readonly to: number
}

/** What differs between two numbers: of the clinic's own in words, and of the ledger rule by rule. */
export function VersionDiff({ versions, from, to }: VersionDiffProps): JSX.Element {
  const { i18n } = useApp()
  const changesOf = (number: number) =>
    versions.find((one) => one.number === number)?.changes ?? NO_CHANGES
  const diff = useQuery(['adoptions', 'diff', String(from), String(to)], () =>
    readAdoptionDiff(from, to),
  )
  return (
    <>
      <ChangeList lines={changeLines(changesOf(from), changesOf(to))} />
      <Show loaded={diff}>
        {({ protocols }) =>
          protocols.map(({ code, from: was, to: is, changes }) => (
            <div key={code} class="stack-s">
              {was === is ? null : (
                <p class="quiet">
                  {i18n._({
                    id: 'protocol.diff.published',
                    message: 'The ledger as it is kept: from {from} to {to}',
                    values: { from: was, to: is },
                  })}
                </p>
              )}
              <RuleList changes={changes} />
            </div>
          ))
        }
      </Show>
    </>
  )
}
