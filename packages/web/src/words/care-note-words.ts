import type { CareNote } from '@afterglow/formats'
import type { Note } from '../model/note.ts'
import { type AnswerWords, noteSentence } from './answer-words.ts'

/** What an open answer of the sheet depends on, without its full stop. */
export function careNoteText(words: AnswerWords, note: CareNote): string {
  return noteSentence(words, noteOf(note)).replace(/[.۔]$/, '')
}

function noteOf(note: CareNote): Note {
  switch (note.kind) {
    case 'condition':
      return { kind: 'condition', condition: afterDot(note.text) }
    case 'why':
      return { kind: 'why', why: afterDot(note.text) }
    default:
      return note
  }
}

function afterDot(key: string): string {
  return key.slice(key.indexOf('.') + 1)
}
