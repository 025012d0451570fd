import type { OpeningText, TaskText, TodayText } from './today-text.ts'

/** Today as a server would send it: one document without script, its few styles within, as a person would write it. */
export function serverRendered(today: TodayText): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Today</title>
<link rel="icon" href="data:,">
<style>${STYLES}</style>
</head>
<body>
${bodyOf(today)}
</body>
</html>
`
}

function bodyOf(today: TodayText): string {
  return `<main>
<p class="quiet">${text(today.when)}</p>
<p class="label">Expected now</p>
<h1>${text(today.heading)}</h1>
<p>${text(today.lead)}</p>
<section>
<h2>Do today</h2>
${taskList(today.tasks)}
<details><summary>${text(today.moreTasksTitle)}</summary>
${taskList(today.moreTasks)}
</details>
</section>
<section>
<h2>Opens next</h2>
${today.openings.map(openingPart).join('\n')}
</section>
<section>
<h2>How it usually goes now</h2>
<ul>${today.said.map((one) => `<li>${text(one)}</li>`).join('\n')}</ul>
</section>
</main>`
}

const STYLES = `
:root { color-scheme: light dark }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: auto; padding: 1rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; margin: 0 0 .5rem }
h3 { display: flex; justify-content: space-between; font-size: 1rem; margin: 1rem 0 .25rem }
section { border: 1px solid #8886; border-radius: 1rem; padding: 1rem; margin-block: 1rem }
ul { margin: 0; padding: 0; list-style: none }
li { padding-block: .4rem }
label { display: flex; gap: .75rem }
small, .quiet { display: block; opacity: .8 }
.label { margin: 0; font-weight: 600 }
`

function taskList(tasks: readonly TaskText[]): string {
  const lines = tasks.map(
    ({ title, note, times }) =>
      `<li><label><input type="checkbox"><span><b>${text(title)}</b>${small(note)}${small(times)}</span></label></li>`,
  )
  return `<ul>${lines.join('\n')}</ul>`
}

function openingPart({ when, countdown, subjects, more }: OpeningText): string {
  const lines = subjects.map((subject) => `<li>${text(subject)}</li>`)
  return `<h3><span>${text(when)}</span><span>${text(countdown)}</span></h3>
<ul>${lines.join('\n')}</ul>${small(more)}`
}

function small(words: string): string {
  return words === '' ? '' : `<small>${text(words)}</small>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function text(words: string): string {
  return words.replaceAll(/[&<>]/g, (one) => ESCAPES[one] ?? one)
}
