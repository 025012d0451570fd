import type { Plugin } from 'vite'
import { helpPages } from './help-page.ts'
import { helpStyles } from './help-words.ts'
import { readProtocols } from './ledger.ts'

/** What needs no script: the care cards as pages, and what the first page asks for before its script has said so. */
export function shellPlugin(): Plugin {
  return {
    name: 'afterglow-shell',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const fonts = Object.keys(bundle).filter((name) => name.endsWith('.woff2'))
      const styles = this.emitFile({ type: 'asset', name: 'help.css', source: helpStyles(fonts) })
      const pages = await helpPages(readProtocols(), this.getFileName(styles))
      for (const { name, html } of pages)
        this.emitFile({ type: 'asset', fileName: name, source: html })
    },
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
