import { useEffect, useState } from 'preact/hooks'

interface Steps {
  readonly step: number
  readonly goTo: (step: number) => void
  /** Takes the steps out of the browser's way back, once there is nothing to go back to. */
  readonly leave: () => void
}

/** Where one is, and how many of our steps lie behind. */
interface Place {
  readonly step: number
  readonly depth: number
}

const START: Place = { step: 0, depth: 0 }

/** Steps inside one screen, each with its place in the browser's history: its back button goes one step back. */
export function useSteps(): Steps {
  const [place, setPlace] = useState(START)
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => setPlace(isPlace(state) ? state : START)
    addEventListener('popstate', follow)
    // Each step and the advice are read from their top, also where the browser went back to make way for it.
    const { scrollRestoration } = history
    history.scrollRestoration = 'manual'
    return () => {
      removeEventListener('popstate', follow)
      history.scrollRestoration = scrollRestoration
    }
  }, [])
  return {
    step: place.step,
    goTo: (step) => {
      const next: Place = { step, depth: place.depth + 1 }
      history.pushState(next, '')
      setPlace(next)
    },
    leave: () => {
      if (place.depth > 0) history.go(-place.depth)
    },
  }
}

function isPlace(state: unknown): state is Place {
  return typeof state === 'object' && state !== null && 'step' in state && 'depth' in state
}
