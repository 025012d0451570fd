/** A word as it is compared: lower case, without accents and apostrophes, one space for every hyphen and gap. */
export function folded(text: string): string {
  return text
    .replaceAll(/['’‘`´]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\p{L}\p{N}.,]+|[.,](?!\d)/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
