import type { Plugin } from 'vite'

const POLICY = /\s*<meta\s+http-equiv="Content-Security-Policy"[^>]*>/

/** While developing, styles and the reloading script stand in the page itself, which the app's policy forbids: it is left out there. */
export function devPolicyPlugin(): Plugin {
  return {
    name: 'afterglow-dev-policy',
    apply: 'serve',
    transformIndexHtml(html) {
      if (!POLICY.test(html)) throw new Error('no policy in index.html to leave out')
      return html.replace(POLICY, '')
    },
  }
}
