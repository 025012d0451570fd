/** The number to call in one country; where an ambulance has one of its own, that is the one to call. */
export interface EmergencyNumber {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly emergency: string
  readonly ambulance?: string
}
