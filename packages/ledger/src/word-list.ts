/** The words of a text that names them with commas in between; breaks of lines are spaces. */
export function wordList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim().replaceAll(/\s+/g, ' '))
    .filter((word) => word !== '')
}
