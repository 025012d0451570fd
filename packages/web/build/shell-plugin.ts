import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin } from 'vite'
import { helpPages } from './help-page.ts'
import { helpStyles } from './help-words.ts'
import { readProtocols } from './ledger.ts'

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>

/** Chromium then compiles the whole script while it comes, instead of each function when it is first called. */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n'
const BOOT = fileURLToPath(new URL('../src/boot.ts', import.meta.url))
const APP_SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/
/** What Today is made from; other languages ask for their texts when the script has come. */
const FIRST_DATA = /\/(ledger|texts\.en\.first)-[^/]*\.json$/

/** What needs no script: the care cards as pages, and what the first page asks for before its script has said so. */
export function shellPlugin(): Plugin {
  return {
    name: 'afterglow-shell',
    enforce: 'post',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: BOOT, name: 'boot' })
    },
    async generateBundle(_options, bundle) {
      const fonts = Object.keys(bundle).filter((name) => name.endsWith('.woff2'))
      const styles = this.emitFile({ type: 'asset', name: 'help.css', source: helpStyles(fonts) })
      const pages = await helpPages(readProtocols(), this.getFileName(styles))
      for (const { name, html } of pages)
        this.emitFile({ type: 'asset', fileName: name, source: html })
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        return { html: bootFirst(html, bundle), tags: [...firstFiles(bundle)] }
      },
    },
  }
}

/** For the last place: what others put before it would hide it. */
export function hintPlugin(): Plugin {
  return {
    name: 'afterglow-hint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && isFirst(file.fileName))
            file.code = COMPILE_AT_ONCE + file.code
      },
    },
  }
}

function isFirst(fileName: string): boolean {
  return fileName.includes('/first-')
}

/** The app's script is asked for at once, and started by boot.ts. */
function bootFirst(html: string, bundle: Bundle): string {
  const boot = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'boot')
  if (!boot || !APP_SCRIPT.test(html)) throw new Error('no script to start the app with')
  return html
    .replace(APP_SCRIPT, '<link rel="modulepreload" id="first-script" crossorigin href="$1">')
    .replace('</body>', `<script type="module" src="./${boot.fileName}"></script>\n  </body>`)
}

function preload(attrs: HtmlTagDescriptor['attrs'], file: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, href: `./${file}` }, injectTo: 'head' }
}

function firstFiles(bundle: Bundle): readonly HtmlTagDescriptor[] {
  const data = Object.keys(bundle).filter((name) => FIRST_DATA.test(name))
  return [
    ...data.map((name) => preload({ rel: 'preload', as: 'fetch', crossorigin: true }, name)),
    ...firstScreenFiles(bundle),
  ]
}

/** Whoever comes for the first time sees the first page of the questions: its files are asked for with the script. */
function firstScreenFiles(bundle: Bundle): readonly HtmlTagDescriptor[] {
  return Object.values(bundle).flatMap((file) => {
    if (file.type !== 'chunk' || !file.facadeModuleId?.endsWith('/start-screen.tsx')) return []
    const styles = [...(file.viteMetadata?.importedCss ?? [])]
    return [
      ...[file.fileName, ...file.imports.filter((name) => !isFirst(name))].map((name) =>
        preload({ rel: 'modulepreload', crossorigin: true }, name),
      ),
      ...styles.map((name) => preload({ rel: 'preload', as: 'style', crossorigin: true }, name)),
    ]
  })
}
