import { useEffect, useState } from 'preact/hooks'

/** Below it the plan stands under the form, and not beside it. */
const NARROW = '(max-width: 59.99rem)'

export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches)
  useEffect(() => {
    const media = matchMedia(NARROW)
    const renew = () => setNarrow(media.matches)
    media.addEventListener('change', renew)
    return () => media.removeEventListener('change', renew)
  }, [])
  return isNarrow
}
