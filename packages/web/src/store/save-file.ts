/** A file to be saved from this device's memory to its disk. */
export interface SavedFile {
  readonly name: string
  readonly type: string
  readonly content: string
}

/** Hands a file to the browser to save; it goes nowhere else. */
export function saveFile({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
