import type { Issue, Result } from '@afterglow/engine'

/** Why a photo is not taken, for the person who chose it. */
export function refusal(code: Issue['code'], diagnostics: string): Result<never> {
  return { ok: false, issues: [{ severity: 'error', code, diagnostics, expression: 'photo' }] }
}
