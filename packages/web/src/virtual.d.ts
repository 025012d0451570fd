declare module 'virtual:data-files' {
  /** The address of each data file, by name. */
  export const DATA_FILES: Readonly<Record<string, string>>
}

declare module 'virtual:ocr' {
  /** The folder of what reads a photo, relative to the page. */
  export const OCR_FOLDER: string
}

declare module '*.po' {
  import type { Messages } from '@lingui/core'

  export const MESSAGES: Messages
}

interface ImportMetaEnv {
  /** `1` builds the app without graded advice: check-ins show the red flags and the care cards. */
  readonly VITE_STATIC_CARDS?: string
}
