import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What every field of a settings form asks for. */
interface SettingScope {
  readonly isReadOnly: boolean
  readonly errorAt: (field: string) => string | undefined
}

export const SettingContext = createContext<SettingScope>({
  isReadOnly: true,
  errorAt: () => undefined,
})

export function useSetting(): SettingScope {
  return useContext(SettingContext)
}
