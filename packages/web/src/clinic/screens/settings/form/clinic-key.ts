/** Under which the settings are read, by every part of them. */
export const CLINIC_KEY = ['clinic', 'settings'] as const
