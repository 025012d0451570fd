import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import {
  adjunctOptions,
  historyOptions,
  indicationOptions,
  type KeyedOption,
  medicineOptions,
  siteOptions,
  treatmentOptions,
} from './choice-words.ts'
import type { Difference } from './differences.ts'
import type { DraftField } from './draft.ts'

/** What is not as last time. */
export function DifferenceList({
  differences,
}: {
  readonly differences: readonly Difference[]
}): JSX.Element {
  const { i18n, format } = useApp()
  const said = (field: DraftField, values: readonly string[]) =>
    values.length === 0
      ? i18n._({ id: 'new-session.differs.nothing', message: 'not told' })
      : format.list(values.map((value) => valueWord(i18n, field, value)))
  if (differences.length === 0)
    return (
      <p class="quiet">
        {i18n._({ id: 'new-session.differs.not', message: 'Everything as last time.' })}
      </p>
    )
  return (
    <section class="stack-s">
      <h3>{i18n._({ id: 'new-session.differs', message: 'Not as last time' })}</h3>
      <ul class="differences">
        {differences.map(({ field, was, is }) => (
          <li key={field}>
            <span class="quiet">{fieldWord(i18n, field)}</span>
            <span>
              <s>
                <span class="unseen">
                  {i18n._({ id: 'new-session.differs.was', message: 'was' })}{' '}
                </span>
                {said(field, was)}
              </s>{' '}
              <b>
                <span class="unseen">
                  {i18n._({ id: 'new-session.differs.is', message: 'now' })}{' '}
                </span>
                {said(field, is)}
              </b>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function valueWord(i18n: I18n, field: DraftField, value: string): string {
  return OPTIONS[field]?.(i18n).find((one) => one.value === value)?.label ?? value
}

const OPTIONS: Partial<Readonly<Record<DraftField, (i18n: I18n) => readonly KeyedOption[]>>> = {
  treatment: treatmentOptions,
  bodySites: siteOptions,
  adjuncts: adjunctOptions,
  indications: indicationOptions,
  medicines: medicineOptions,
  history: historyOptions,
}

function fieldWord(i18n: I18n, field: DraftField): string {
  switch (field) {
    case 'ended':
      return i18n._({ id: 'new-session.ended', message: 'Ended' })
    case 'treatment':
      return i18n._({ id: 'new-session.treatment', message: 'Done with' })
    case 'depth':
      return i18n._({ id: 'new-session.depth', message: 'Depth, mm' })
    case 'bodySites':
      return i18n._({ id: 'new-session.sites', message: 'Where' })
    case 'adjuncts':
      return i18n._({ id: 'new-session.adjuncts', message: 'Add-ons' })
    case 'indications':
      return i18n._({ id: 'new-session.indications', message: 'Done for' })
    case 'sessionNumber':
      return i18n._({ id: 'new-session.number', message: 'Session number' })
    case 'deviceName':
      return i18n._({ id: 'new-session.device-name', message: 'Device' })
    case 'needleLot':
      return i18n._({ id: 'new-session.needle-lot', message: 'Needle lot' })
    case 'products':
      return i18n._({ id: 'new-session.products', message: 'Products' })
    case 'skinType':
      return i18n._({ id: 'new-session.skin', message: 'Skin type' })
    case 'medicines':
      return i18n._({ id: 'new-session.medicines', message: 'Medicines' })
    case 'medicineNames':
      return i18n._({ id: 'new-session.medicine-names', message: 'Others by name' })
    case 'history':
      return i18n._({ id: 'new-session.history', message: 'History' })
    default:
      return field satisfies never
  }
}
