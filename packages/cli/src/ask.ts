export interface Asker {
  readonly x: string
}
