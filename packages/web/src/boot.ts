/**
 * Runs before the app: shows Today as it was last drawn where that still holds, then starts the app, which draws over it.
 * It shares no file with the app, so that it is there at once.
 */
import { type KeptToday, pictureOf, type Present } from './store/kept-today.ts'
import type { Picture } from './store/pictures.ts'

const root = document.querySelector('#app')
const script = document.querySelector<HTMLLinkElement>('#first-script')?.href ?? ''

// What the app does not wait for itself; once it has drawn, there is nothing here to say it in.
addEventListener('unhandledrejection', () => boot() && failed())

// The top of everything: whatever has failed below, the way to help stays.
try {
  if (await showKept()) await painted()
  await import(/* @vite-ignore */ script)
} catch (error) {
  reportError(error)
  failed()
}

function failed(): void {
  takeAway()
  sayTrouble()
}

async function showKept(): Promise<boolean> {
  if (!root || !/^(#\/?(today)?)?$/.test(location.hash)) return false
  const kept = await readKept()
  if (!kept) return false
  const { documentElement } = document
  documentElement.lang = kept.lang
  documentElement.dir = kept.dir
  document.title = kept.title
  root.insertAdjacentHTML('beforeend', kept.picture.markup)
  boot()?.toggleAttribute('hidden', true)
  // Once the app has drawn, there is nothing kept to take away.
  setTimeout(takeAway, kept.picture.until - Date.now())
  return true
}

interface Found extends KeptToday {
  readonly picture: Picture
}

/** Null for anything odd: then the app is waited for. */
async function readKept(): Promise<Found | null> {
  try {
    const database = await opened(indexedDB.open('afterglow'))
    const store = database.transaction('record').objectStore('record')
    // Only `keepToday` writes it; of one of another version nothing but its name is read.
    const reads: readonly IDBRequest<unknown>[] = [store.get('record'), store.get('today')]
    const [record, kept] = await Promise.all(reads.map(done))
    database.close()
    return kept ? found(kept as KeptToday, record) : null
  } catch {
    return null
  }
}

function found(kept: KeptToday, record: unknown): Found | null {
  const picture = pictureOf(kept, present(record))
  return picture && { ...kept, picture }
}

function present(record: unknown): Present {
  return {
    build: script,
    record,
    languages: navigator.languages.join(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    at: Date.now(),
  }
}

/** The app makes the database: where there is none yet, none comes into being. */
function opened(opening: IDBOpenDBRequest): Promise<IDBDatabase> {
  opening.onupgradeneeded = () => opening.transaction?.abort()
  return done(opening)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}

/** Until the browser has drawn, or does not draw because nobody is looking. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const soon = () => setTimeout(resolve)
    requestAnimationFrame(soon)
    if (document.visibilityState === 'hidden') soon()
  })
}

function takeAway(): void {
  root?.querySelector(':scope > [data-kept]')?.remove()
  boot()?.toggleAttribute('hidden', false)
}

/** In English: the words of other languages may be what is missing. */
function sayTrouble(): void {
  const text = root?.querySelector('.boot-text')
  if (text) text.textContent = 'Afterglow could not start. Please load this page again.'
}

function boot(): Element | null {
  return root?.querySelector('.boot') ?? null
}
