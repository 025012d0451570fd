import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin } from 'vite'
import { helpPages } from './help-page.ts'
import { helpStyles } from './help-words.ts'
import { readProtocols } from './ledger.ts'

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>

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
        return [
          ...Object.keys(bundle)
            .filter((name) => /\/ledger-[^/]*\.json$/.test(name))
            .map((name) => preload({ rel: 'preload', as: 'fetch', crossorigin: true }, name)),
          ...firstScreenFiles(bundle),
        ]
      },
    },
  }
}

function preload(attrs: HtmlTagDescriptor['attrs'], file: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, href: `./${file}` }, injectTo: 'head' }
}

/** Whoever comes for the first time sees the first page of the questions: its files are asked for with the script. */
function firstScreenFiles(bundle: Bundle): readonly HtmlTagDescriptor[] {
  return Object.values(bundle).flatMap((file) => {
    if (file.type !== 'chunk' || !file.facadeModuleId?.endsWith('/start-screen.tsx')) return []
    const styles = [...(file.viteMetadata?.importedCss ?? [])]
    return [
      ...[file.fileName, ...file.imports.filter((name) => !name.includes('/first-'))].map((name) =>
        preload({ rel: 'modulepreload', crossorigin: true }, name),
      ),
      ...styles.map((name) => preload({ rel: 'preload', as: 'style', crossorigin: true }, name)),
    ]
  })
}
