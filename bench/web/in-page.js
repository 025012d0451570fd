/**
 * Runs in every page before anything of the page does. Sets its clock, finds the plan's heading as soon as it is in the
 * document, and tells when it was painted, with what had been fetched by then.
 */
globalThis.watchPlan = ({ heading, at, tap }) => {
  setClock(at)
  new PerformanceObserver((list) => {
    const entry = list.getEntries().find(({ identifier }) => identifier === 'plan')
    if (entry) globalThis.planIsVisible(seenBy(entry.renderTime))
  }).observe({ type: 'element', buffered: true })
  const observer = new MutationObserver(() => {
    if (tap) buttonNamed(tap)?.click()
    const found = [...document.querySelectorAll('h1')].find((h1) => h1.textContent === heading)
    if (!found) return
    observer.disconnect()
    // Before the browser has painted it: then it reports when it does.
    found.setAttribute('elementtiming', 'plan')
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
}

/** The clock starts at `at`, and goes on. */
function setClock(at) {
  const realNow = Date.now
  const ahead = at - realNow()
  Date.now = () => realNow() + ahead
}

function buttonNamed(text) {
  return [...document.querySelectorAll('main button')].find((one) => one.textContent === text)
}

function seenBy(visibleMs) {
  const [navigation] = performance.getEntriesByType('navigation')
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const done = [navigation, ...performance.getEntriesByType('resource')].filter(
    ({ responseEnd }) => responseEnd > 0 && responseEnd <= visibleMs,
  )
  return {
    visibleMs,
    firstPaintMs: paint?.startTime ?? visibleMs,
    workerMs: navigation.workerStart,
    files: done.map(({ name, responseEnd, transferSize, encodedBodySize }) => ({
      path: new URL(name).pathname,
      hereMs: responseEnd,
      bytes: transferSize > 0 ? encodedBodySize : 0,
    })),
  }
}
