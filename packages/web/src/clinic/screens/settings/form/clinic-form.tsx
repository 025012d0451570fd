import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import type { Answered } from '../../../api/request.ts'
import { type Clinic, readClinic } from '../../../api/settings.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { SettingContext } from './setting-context.ts'
import { CLINIC_KEY } from './clinic-key.ts'
import { type ClinicForm, type ClinicPart, useClinicForm } from './use-clinic-form.ts'

interface ClinicFormProps<D extends object> {
  readonly part: ClinicPart<D>
  readonly children: (form: ClinicForm<D>, clinic: Clinic) => ComponentChildren
  /** Under the form, of the draft: a preview. */
  readonly after?: (draft: D, clinic: Clinic) => ComponentChildren
}

/** A part of the clinic's settings: an owner edits it, everybody else sees what holds. */
export function SettingsForm<D extends object>(props: ClinicFormProps<D>): JSX.Element {
  const clinic = useQuery(CLINIC_KEY, readClinic)
  return <Show loaded={clinic}>{(held) => <Edited held={held} {...props} />}</Show>
}

function Edited<D extends object>({
  held,
  part,
  children,
  after,
}: ClinicFormProps<D> & { readonly held: Answered<Clinic> }): JSX.Element {
  const { may } = useStaff()
  const form = useClinicForm(held, part)
  const isReadOnly = !may('owner')
  const fields = children(form, held.value)
  return (
    <SettingContext.Provider value={{ isReadOnly, errorAt: form.errorAt }}>
      {isReadOnly ? (
        <>
          <OwnersAlone />
          {fields}
        </>
      ) : (
        <Form onSubmit={form.save}>
          {fields}
          <SaveButton form={form} />
        </Form>
      )}
      {after?.(form.draft, held.value)}
    </SettingContext.Provider>
  )
}

function SaveButton({
  form: { isBusy, isChanged },
}: {
  readonly form: Pick<ClinicForm<object>, 'isBusy' | 'isChanged'>
}): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="cluster">
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'settings.save', message: 'Save' })}
      </Button>
      {isChanged ? (
        <span class="quiet" role="status">
          {i18n._({ id: 'settings.unsaved', message: 'Not saved yet' })}
        </span>
      ) : null}
    </div>
  )
}

/** Why there is nothing to change here. */
export function OwnersAlone(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="quiet">
      {i18n._({
        id: 'settings.owners-alone',
        message: 'This is what holds. An owner of the clinic can change it.',
      })}
    </p>
  )
}
