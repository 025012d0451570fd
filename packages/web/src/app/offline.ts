import { useEffect, useState } from 'preact/hooks'

/** Puts the newer version in place and loads the page again. */
export type Renew = () => void

/**
 * Keeps the app for when there is no network. Where a newer version has come meanwhile it waits, so that nothing changes
 * under a person's hands: they are told, and `Renew` puts it in place.
 */
export function useOfflineCopy(): Renew | null {
  const [renew, setRenew] = useState<{ readonly go: Renew } | null>(null)
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    void keepCopy((worker) => setRenew({ go: () => replaceWith(worker) }))
  }, [])
  return renew?.go ?? null
}

async function keepCopy(onNewer: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' })
    if (registration.waiting) onNewer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        // Without one before it this is the first copy, and no news.
        const isNewer = installing.state === 'installed' && navigator.serviceWorker.controller
        if (isNewer) onNewer(installing)
      })
    })
  } catch {
    // A browser that keeps no copy shows the app all the same, as long as there is a network.
  }
}

function replaceWith(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
  worker.postMessage({ type: 'SKIP_WAITING' })
}
