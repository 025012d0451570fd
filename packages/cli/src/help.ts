export function helpText(name: string | undefined): string {
  return `${name}\n`
}
export function versionText(): string {
  return '0\n'
}
