import { useEffect, useRef, useState } from 'preact/hooks'
import { type Patient, searchPatients } from '../api/patients.ts'
import type { Problem } from '../api/request.ts'

export interface PatientSearch {
  readonly patients: readonly Patient[]
  /** What is shown was found for other words than these. */
  readonly isWaiting: boolean
  readonly problem: Problem | null
  /** Asks at once, and not after a pause in typing. */
  readonly hurry: () => void
}

const PAUSE_MS = 140

interface Found {
  readonly text: string
  readonly patients: readonly Patient[]
  readonly problem: Problem | null
}

const NOTHING: Found = { text: '', patients: [], problem: null }

/** The patients whom some words may mean, asked of the server after a pause; an answer that was overtaken is dropped. */
export function usePatientSearch(words: string): PatientSearch {
  const text = words.trim()
  const [found, setFound] = useState<Found>(NOTHING)
  const wanted = useRef(text)
  wanted.current = text
  const ask = () => {
    if (text === '') return
    const take = (next: Found) => {
      if (wanted.current === text) setFound(next)
    }
    void searchPatients(text).then((reply) =>
      take(
        reply.ok
          ? { text, patients: reply.value.items, problem: null }
          : { text, patients: [], problem: reply.problem },
      ),
    )
  }
  useEffect(() => {
    if (text === '') setFound(NOTHING)
    const timer = setTimeout(ask, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return {
    patients: text === '' ? [] : found.patients,
    isWaiting: found.text !== text,
    problem: found.text === text ? found.problem : null,
    hurry: ask,
  }
}
