import type { Reason, SourceKind, Stance } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { Voice } from '../model/subject-answer.ts'

/** Who says it: a source by its author or publisher, a clinician by name, the person's own doctor. */
export function voiceName(
  i18n: I18n,
  { reason, source }: Pick<Voice, 'reason' | 'source'>,
): string {
  if (source) return source.author ?? source.publisher
  return otherVoice(i18n, reason)
}

function otherVoice(i18n: I18n, { kind, source }: Reason): string {
  switch (kind) {
    case 'override':
      return i18n._({
        id: 'voice.clinician',
        message: '{name}, your clinician',
        values: { name: source },
      })
    case 'advice':
      return i18n._({ id: 'voice.own-doctor', message: 'What your own doctor told you' })
    case 'not-covered':
      return i18n._({ id: 'voice.not-covered', message: 'We have no source for what was done' })
    default:
      return source
  }
}

export function kindWord(i18n: I18n, kind: SourceKind): string {
  switch (kind) {
    case 'regulator':
      return i18n._({ id: 'kind.regulator', message: 'regulator' })
    case 'guideline':
      return i18n._({ id: 'kind.guideline', message: 'guideline' })
    case 'review':
      return i18n._({ id: 'kind.review', message: 'review of studies' })
    case 'trial':
      return i18n._({ id: 'kind.trial', message: 'trial' })
    case 'case-report':
      return i18n._({ id: 'kind.case-report', message: 'case report' })
    case 'manufacturer':
      return i18n._({ id: 'kind.manufacturer', message: 'device maker' })
    case 'dermatologist':
      return i18n._({ id: 'kind.dermatologist', message: 'skin doctor' })
    case 'clinic':
      return i18n._({ id: 'kind.clinic', message: 'clinic' })
    case 'general':
      return i18n._({ id: 'kind.general', message: 'general article' })
    default:
      return kind
  }
}

/** What a source would have one do. Of a medicine it never reads as a word to stop it. */
export function stanceWord(i18n: I18n, stance: Stance, isMedicine: boolean): string {
  if (isMedicine && (stance === 'avoid' || stance === 'limit'))
    return i18n._({
      id: 'stance.medicine',
      message: 'names it as a risk: ask the person who prescribed it before you change anything',
    })
  switch (stance) {
    case 'avoid':
      return i18n._({ id: 'stance.avoid', message: 'leave it' })
    case 'limit':
      return i18n._({ id: 'stance.limit', message: 'only with care' })
    case 'use':
      return i18n._({ id: 'stance.use', message: 'do it' })
    case 'allow':
      return i18n._({ id: 'stance.allow', message: 'it may be done' })
    case 'ask':
      return i18n._({ id: 'stance.ask', message: 'ask the clinic' })
    case 'continue':
      return i18n._({ id: 'stance.continue', message: 'keep taking it as prescribed' })
    default:
      return stance
  }
}
