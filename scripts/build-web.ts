/** `npm run build:web`. Arguments go to vite. */
import { buildWeb } from './build-app.ts'

process.exitCode = buildWeb(process.argv.slice(2))
