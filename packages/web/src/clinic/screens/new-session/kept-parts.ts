import type { Chosen } from './chosen.ts'

const PARTS = ['basis', 'session', 'person', 'unsure', 'added', 'keys'] as const

/** What is kept of one form, each under a name of its own. */
type Part = (typeof PARTS)[number]

/** What the form of somebody is called; somebody new has no number yet, and shares it with everybody new. */
export function formName(chosen: Chosen): string {
  return chosen.kind === 'known' ? chosen.patient.patientId : 'new'
}

/** `name` says whose session the form is about. */
export function partName(part: Part, name: string): string {
  return `${part} ${name}`
}

export function partNames(name: string): readonly string[] {
  return PARTS.map((part) => partName(part, name))
}

/** Under this name the page of a patient, or of nobody yet, keeps who was chosen on it. */
export function chosenName(patientId: string | null): string {
  return patientId === null ? 'chosen' : `chosen ${patientId}`
}
