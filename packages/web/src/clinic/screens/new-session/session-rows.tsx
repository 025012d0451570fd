import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import {
  adjunctOptions,
  historyOptions,
  indicationOptions,
  medicineOptions,
  siteOptions,
  skinOptions,
  treatmentOptions,
} from './choice-words.ts'
import { type Draft, type DraftField, isNeedling, type Place } from './draft.ts'
import { EndRow } from './end-row.tsx'
import { TextRow } from './text-row.tsx'
import { Toggles } from './toggles.tsx'

export interface RowsProps {
  /** As it stood when it was opened. */
  readonly first: Draft
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly place: Place
  readonly errors: Partial<Readonly<Record<DraftField, string>>>
}

/** What was done: every row one stop of Tab, as few keys as it can be. */
export function SessionRows(props: RowsProps): JSX.Element {
  const { draft, place } = props
  const { i18n } = useApp()
  const { text, list, one } = partsOf(props)
  const hint = i18n._({
    id: 'new-session.not-told',
    message: 'Not told: the stricter plan holds.',
  })
  return (
    <>
      <EndRow place={place} {...text('ended')} />
      <Toggles
        label={i18n._({ id: 'new-session.treatment', message: 'Done with' })}
        options={treatmentOptions(i18n)}
        isSingle
        hint={hint}
        {...one('treatment')}
      />
      {isNeedling(draft) ? (
        <TextRow
          label={i18n._({ id: 'new-session.depth', message: 'Depth, mm' })}
          inputMode="decimal"
          isShort
          {...(draft.depth.trim() === '' && { hint })}
          {...text('depth')}
        />
      ) : null}
      <Toggles
        label={i18n._({ id: 'new-session.sites', message: 'Where' })}
        options={siteOptions(i18n)}
        hint={hint}
        {...list('bodySites')}
      />
      <Toggles
        label={i18n._({ id: 'new-session.adjuncts', message: 'Add-ons' })}
        options={adjunctOptions(i18n)}
        hint={hint}
        {...list('adjuncts')}
      />
    </>
  )
}

/** What is known of the person: what was not asked stays unknown. */
export function FactRows(props: RowsProps): JSX.Element {
  const { i18n } = useApp()
  const { draft } = props
  const { text, list, one } = partsOf(props)
  const hint = i18n._({
    id: 'new-session.not-asked',
    message: 'Not asked: the stricter plan holds.',
  })
  return (
    <>
      <Toggles
        label={i18n._({ id: 'new-session.skin', message: 'Skin type' })}
        options={skinOptions()}
        isSingle
        hint={hint}
        {...one('skinType')}
      />
      <Toggles
        label={i18n._({ id: 'new-session.medicines', message: 'Medicines' })}
        options={medicineOptions(i18n)}
        {...(draft.medicineNames.trim() === '' && { hint })}
        {...list('medicines')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.medicine-names', message: 'Others by name' })}
        {...text('medicineNames')}
      />
      <Toggles
        label={i18n._({ id: 'new-session.history', message: 'History' })}
        options={historyOptions(i18n)}
        hint={hint}
        {...list('history')}
      />
    </>
  )
}

/** For the record and for a recall: no window depends on it but by what it was done for. */
export function RecordRows(props: RowsProps): JSX.Element {
  const { i18n } = useApp()
  const { text, list } = partsOf(props)
  const lotOf = (field: 'needleLot' | 'products') => {
    const { [field]: lot } = props.draft
    const isCopied = lot !== '' && lot === props.first[field]
    return isCopied
      ? i18n._({ id: 'new-session.lot.copied', message: 'As last time: look at the box.' })
      : undefined
  }
  const lotHint = lotOf('needleLot')
  return (
    <>
      <Toggles
        label={i18n._({ id: 'new-session.indications', message: 'Done for' })}
        options={indicationOptions(i18n)}
        {...list('indications')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.number', message: 'Session number' })}
        inputMode="numeric"
        isShort
        {...text('sessionNumber')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.device-name', message: 'Device' })}
        {...text('deviceName')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.needle-lot', message: 'Needle lot' })}
        isShort
        {...(lotHint !== undefined && { hint: lotHint })}
        {...text('needleLot')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.products', message: 'Products' })}
        hint={lotOf('products') ?? productsHint(i18n)}
        {...text('products')}
      />
    </>
  )
}

function productsHint(i18n: I18n): string {
  return i18n._({
    id: 'new-session.products.hint',
    message: 'Each with its lot after #: hyaluronic serum #A12; numbing cream',
  })
}

type TextField = 'ended' | 'depth' | 'sessionNumber' | 'deviceName' | 'needleLot' | 'products'
type ListField = 'bodySites' | 'adjuncts' | 'indications' | 'medicines' | 'history'

/** What a row of each kind is given for its field. */
function partsOf({ draft, onChange, errors }: RowsProps) {
  const error = (field: DraftField) => ({
    ...(errors[field] !== undefined && { error: errors[field] }),
  })
  return {
    text: (field: TextField | 'medicineNames') => ({
      value: draft[field],
      onInput: (value: string) => onChange({ ...draft, [field]: value }),
      ...error(field),
    }),
    list: (field: ListField) => ({
      chosen: draft[field],
      onChange: (chosen: readonly string[]) => onChange({ ...draft, [field]: chosen }),
      ...error(field),
    }),
    one: (field: 'treatment' | 'skinType') => ({
      chosen: draft[field] === '' ? [] : [draft[field]],
      onChange: ([value = '']: readonly string[]) => onChange({ ...draft, [field]: value }),
      ...error(field),
    }),
  } as const
}
