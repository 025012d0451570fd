import { useEffect, useState } from 'preact/hooks'
import type { Reply } from '../api/request.ts'
import type { LinkState } from '../api/team.ts'

/** Whether the server says that a link is no longer good. Asked once, on arrival; no answer stands in nobody's way. */
export function useIsGone(
  token: string,
  check: (token: string) => Promise<Reply<LinkState>>,
): boolean {
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    if (token === '') return
    let isLeft = false
    const find = async () => {
      const reply = await check(token)
      if (!isLeft && reply.ok && !reply.value.isOpen) setGone(true)
    }
    void find().catch(reportError)
    return () => {
      isLeft = true
    }
    // The check is one and the same function of its screen.
  }, [token])
  return isGone
}
