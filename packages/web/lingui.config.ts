import { defineConfig } from '@lingui/cli'

/**
 * `npm run words` collects the messages of the code: the patient's app into src/locales, the clinic's console into
 * src/clinic/locales. Ids are written by hand: a message whose meaning changes gets a new id, so that no old translation is
 * taken for it.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'ar', 'ur'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['<rootDir>/src', '<rootDir>/build'],
      exclude: ['<rootDir>/src/clinic/**'],
    },
    { path: '<rootDir>/src/clinic/locales/{locale}', include: ['<rootDir>/src/clinic'] },
  ],
  format: 'po',
  formatOptions: { lineNumbers: false },
  orderBy: 'messageId',
})
