import { latinDigits } from '../../../words/latin-digits.ts'
import type { Patient } from '../../api/patients.ts'

/** Whose session it is: nobody yet, somebody on record, or somebody new. */
export type Chosen =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'known'; readonly patient: Patient }
  | { readonly kind: 'new'; readonly person: NewPerson }

/** What is needed of somebody new: a name, and a way to reach them where they give one. */
export interface NewPerson {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly locale: string
}

export type PersonField = keyof NewPerson

/** A number as people write it, in the form that the server keeps: `+971 50 123-4567` is `+971501234567`. */
export function phoneOf(typed: string): string {
  return latinDigits(typed.trim())
    .replaceAll(/[\s().\-‎‏]/g, '')
    .replace(/^00/, '+')
}
