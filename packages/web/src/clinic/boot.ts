/** Starts the console, which reads what the server answers by the schema library. */
import { makeNoCodeFromText } from '../store/no-code-from-text.ts'

makeNoCodeFromText()
await import('./main.tsx')
