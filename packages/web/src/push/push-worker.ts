/**
 * Part of the service worker: shows what the clinic's server sends as it is written, which names no treatment, and opens
 * the app where it leads. Nothing stands at the top of the file: it shares its names with the rest of the worker.
 */
;((worker: PushWorker): void => {
  /** What a server sends (Declarative Web Push); the worker shows a bare note where it cannot be read. */
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- nothing may stand at the top of this file
  const noteIn = ({ data }: PushEvent): Note => {
    try {
      // The server's own form (packages/server/src/deliver/push.ts); each part is looked at below.
      const told = data?.json() as { readonly notification?: Note } | undefined
      return told?.notification ?? {}
    } catch {
      return {}
    }
  }
  /** Nothing but a page of this app is opened. */
  const addressIn = (navigate: unknown): string => {
    const { href, origin } = new URL(
      typeof navigate === 'string' ? navigate : './',
      worker.location.href,
    )
    return origin === worker.location.origin ? href : worker.registration.scope
  }
  const show = (note: Note): Promise<void> => {
    const { title = 'Afterglow', body = '', tag, lang, dir, navigate } = note
    const [icon, badge] = ['./icon-192.png', './icon-192.png']
    const words = { body, ...(tag && { tag }), ...(lang && { lang }), ...(dir && { dir }) }
    const options = { ...words, icon, badge, data: addressIn(navigate) }
    return worker.registration.showNotification(title, options)
  }
  const open = async (address: string): Promise<void> => {
    const windows = await worker.clients.matchAll({ type: 'window' })
    for (const one of windows) {
      const shown = await one
        .focus()
        .then((focused) => focused.navigate(address))
        .catch(() => null)
      if (shown) return
    }
    await worker.clients.openWindow(address)
  }
  worker.addEventListener('push', (event) => event.waitUntil(show(noteIn(event))))
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(addressIn(event.notification.data)))
  })
  // A worker's own global object, of which the page's types know nothing.
})(self as unknown as PushWorker)

interface Note {
  readonly title?: string
  readonly body?: string
  readonly tag?: string
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  readonly navigate?: string
}

interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface PushEvent extends Lasting {
  readonly data: { readonly json: () => unknown } | null
}

interface ClickEvent extends Lasting {
  readonly notification: { readonly close: () => void; readonly data: unknown }
}

interface AppWindow {
  readonly focus: () => Promise<AppWindow>
  readonly navigate: (address: string) => Promise<AppWindow | null>
}

interface PushWorker {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    readonly matchAll: (options: { readonly type: 'window' }) => Promise<readonly AppWindow[]>
    readonly openWindow: (address: string) => Promise<unknown>
  }
  readonly addEventListener: {
    (type: 'push', listener: (event: PushEvent) => void): void
    (type: 'notificationclick', listener: (event: ClickEvent) => void): void
  }
}
