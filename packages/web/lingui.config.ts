import { defineConfig } from '@lingui/cli'

/**
 * `npm run words` collects the messages of the code into src/locales. Ids are written by hand: a message whose meaning
 * changes gets a new id, so that no old translation is taken for it.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'ar', 'ur'],
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src', '<rootDir>/build'] },
  ],
  format: 'po',
  formatOptions: { lineNumbers: false },
  orderBy: 'messageId',
})
