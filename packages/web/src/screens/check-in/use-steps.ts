import { useEffect, useState } from 'preact/hooks'

interface Steps {
  readonly step: number
  readonly goTo: (step: number) => void
}

/** Steps inside one screen, each with its place in the browser's history: its back button goes one step back. */
export function useSteps(): Steps {
  const [step, setStep] = useState(0)
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => setStep(stepIn(state))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const goTo = (next: number) => {
    history.pushState({ step: next }, '')
    setStep(next)
  }
  return { step, goTo }
}

function stepIn(state: unknown): number {
  const isStep = typeof state === 'object' && state !== null && 'step' in state
  return isStep && typeof state.step === 'number' ? state.step : 0
}
