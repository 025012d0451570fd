import { join } from 'node:path'
import { build, type OutputFile } from 'esbuild'
import { CARE_PLAN_ID, carePlanOf } from './care-plan.ts'
import type { Files } from './server.ts'
import type { TodayText } from './today-text.ts'

/** The page of react-page.jsx, bundled for production, and the server's answer that it fetches. */
export async function reactFhir(today: TodayText): Promise<Files> {
  const outputs = await bundle()
  const resource = Buffer.from(JSON.stringify(carePlanOf(today)))
  return new Map([
    ...outputs.map(({ path, contents }) => [nameOf(path), Buffer.from(contents)] as const),
    ['index.html', Buffer.from(pageWith(outputs.map(({ path }) => nameOf(path))))],
    [`fhir/R4/CarePlan/${CARE_PLAN_ID}`, resource],
  ])
}

async function bundle(): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'react-page.jsx')],
    outdir: 'react-fhir',
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
  })
  return outputFiles
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function pageWith(names: readonly string[]): string {
  const tags = names.map((name) =>
    name.endsWith('.css')
      ? `<link rel="stylesheet" href="./${name}">`
      : `<script type="module" src="./${name}"></script>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Today</title>
<link rel="icon" href="data:,">
${tags.join('\n')}
</head>
<body>
<div id="root"></div>
</body>
</html>
`
}
