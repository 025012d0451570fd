/** A picker of times knows no 24:00: as an end, its midnight is the end of the day. */
export function fromPicker(until: string): string {
  return until === '00:00' ? '24:00' : until
}

export function toPicker(until: string): string {
  return until === '24:00' ? '00:00' : until
}
