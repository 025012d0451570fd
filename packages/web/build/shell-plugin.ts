import type { Plugin } from 'vite'

/** What the page asks for before its script has said so: the ledger, which every screen needs. */
export function shellPlugin(): Plugin {
  return {
    name: 'afterglow-shell',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const ledger = Object.keys(bundle).filter((name) => /\/ledger-[^/]*\.json$/.test(name))
        return ledger.map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${name}` },
          injectTo: 'head' as const,
        }))
      },
    },
  }
}
