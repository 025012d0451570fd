import { errorAt, type Issue, type Protocol } from '@afterglow/engine'
import type { AdoptionChanges } from './adoption-changes.ts'

/**
 * Names of the clinic's own subjects that another subject has already, in any language: who asks by the name could be
 * answered by either.
 */
export function nameIssues(base: Protocol, { subjects }: AdoptionChanges): readonly Issue[] {
  const taken = new Map(
    base.subjects.flatMap(({ subject }) =>
      namesOf(base, subject).flatMap((name) => formsOf(name).map((form) => [form, subject])),
    ),
  )
  return subjects.flatMap(({ subject, names }, k) => {
    const own = Object.entries(names).flatMap(([locale, name]) =>
      name === undefined ? [] : formsOf(name).map((form) => ({ locale, form })),
    )
    const issues = own.flatMap(({ locale, form }) => {
      const other = taken.get(form)
      if (other === undefined) return []
      const diagnostics = `"${other}" is called so already: give another name`
      return [errorAt(`changes.subjects[${k}].names.${locale}`, 'duplicate', diagnostics)]
    })
    for (const { form } of own) taken.set(form, subject)
    return issues
  })
}

function namesOf({ texts }: Protocol, code: string): readonly string[] {
  return [code, ...Object.values(texts).flatMap((one) => one?.[`subject.${code}`] ?? [])]
}

/** The whole name and each half of `retinol or retinal`, without case, accents, marks and what stands in brackets. */
function formsOf(name: string): readonly string[] {
  const whole = name.replaceAll(/\(.*?\)/g, ' ')
  const forms = [whole, ...whole.split(/ or | o | أو | یا /u)].map((one) =>
    one
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return [...new Set(forms)].filter((form) => form !== '')
}
