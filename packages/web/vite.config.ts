import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataPlugin } from './build/data-plugin.ts'
import { devPolicyPlugin } from './build/dev-policy-plugin.ts'
import { hintPlugin, shellPlugin } from './build/shell-plugin.ts'
import { firstScript } from './build/first-script.ts'
import { ocrPlugin } from './build/ocr-plugin.ts'
import { PUSH_WORKER, pushPlugin } from './build/push-plugin.ts'
import { wordsPlugin } from './build/words-plugin.ts'

export default defineConfig({
  root: import.meta.dirname,
  // Any folder of any host serves it: every address is relative.
  base: './',
  appType: 'mpa',
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 300,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: [{ name: firstScript, debugName: 'first' }] } },
    },
  },
  // While developing, the API is a server's: `npm start` beside it, with AFTERGLOW_URL=http://localhost:5173.
  server: { proxy: { '/api': process.env['AFTERGLOW_API'] ?? 'http://localhost:4173' } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    devPolicyPlugin(),
    dataPlugin(),
    wordsPlugin(),
    ocrPlugin(),
    pushPlugin(),
    shellPlugin(),
    hintPlugin(),
    VitePWA({
      injectRegister: false,
      registerType: 'prompt',
      manifestFilename: 'manifest.webmanifest',
      manifest: {
        id: './',
        name: 'Afterglow: care after microneedling',
        short_name: 'Afterglow',
        description: 'What to do, what to leave alone and until when, with sources.',
        lang: 'en',
        dir: 'ltr',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#fcf8f5',
        theme_color: '#fcf8f5',
        categories: ['health', 'medical'],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,json,svg,png,webmanifest}', '**/atkinson-*.woff2'],
        // What reads a photo is as large as the app ten times over: it is kept once somebody has photographed a label.
        globIgnores: ['ocr/**', PUSH_WORKER],
        importScripts: [`./${PUSH_WORKER}`],
        // The big fonts of the other scripts are kept once somebody reads in that script.
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('/ocr/'),
            handler: 'CacheFirst',
            options: { cacheName: 'ocr' },
          },
          {
            urlPattern: ({ request }) => request.destination === 'font',
            handler: 'CacheFirst',
            options: { cacheName: 'fonts' },
          },
        ],
        navigateFallback: null,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
})
