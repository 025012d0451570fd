import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Icon } from './icon.tsx'
import './page.css'

interface PageProps {
  /** The page's heading, which the focus goes to, and the window's title. */
  readonly title: string
  /** Drawn above the heading: where one is, or when. */
  readonly kicker?: ComponentChildren
  readonly lead?: ComponentChildren
  /** Where back goes, and what is there. */
  readonly back?: { readonly href: string; readonly label: string }
  readonly children: ComponentChildren
  /** Beside the rest where there is room, after it where there is none. */
  readonly aside?: ComponentChildren
  /** Where the page itself draws its heading, with `id="heading"` and `tabindex="-1"`. */
  readonly hasOwnHeading?: boolean
  /** Where a field of the page takes the focus on arrival: of two that want it the later one has it, and either can be that. */
  readonly hasOwnFocus?: boolean
}

/** One screen: back, a heading, what it says. After a step inside the app the heading has the focus. */
export function Page(props: PageProps): JSX.Element {
  const {
    title,
    kicker,
    lead,
    back,
    children,
    aside,
    hasOwnHeading = false,
    hasOwnFocus = false,
  } = props
  const main = useRef<HTMLElement>(null)
  useArrival(main, { title, hasOwnFocus })
  return (
    <main class={aside ? 'page page-wide' : 'page'} id="main" ref={main} tabIndex={-1}>
      <header class="page-head">
        {back ? (
          <a class="page-back" href={back.href}>
            <Icon name="back" size={20} />
            {back.label}
          </a>
        ) : null}
        {kicker ? <p class="page-kicker">{kicker}</p> : null}
        {hasOwnHeading ? null : (
          <h1 id="heading" tabIndex={-1}>
            {title}
          </h1>
        )}
        {lead ? <p class="page-lead">{lead}</p> : null}
      </header>
      <div class="page-body">
        <div class="stack">{children}</div>
        {aside ? <div class="page-aside stack">{aside}</div> : null}
      </div>
    </main>
  )
}

function useArrival(
  main: { readonly current: HTMLElement | null },
  { title, hasOwnFocus }: Required<Pick<PageProps, 'title' | 'hasOwnFocus'>>,
): void {
  const { isFirstPage } = useApp()
  useEffect(() => {
    document.title = `${title} · Afterglow`
  }, [title])
  useEffect(() => {
    if (isFirstPage) return
    scrollTo(0, 0)
    if (hasOwnFocus) return
    const heading = main.current?.querySelector<HTMLElement>('#heading')
    ;(heading ?? main.current)?.focus({ preventScroll: true })
    // Once, on arrival: what changes on the page later must not take the focus away.
  }, [])
}
