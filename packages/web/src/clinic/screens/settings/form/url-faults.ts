import { useApp } from '../../../../app/app-context.ts'

type Texts = Readonly<Record<string, string>>

/** What is wrong with addresses, by the field each stands in. */
export function useUrlFaults(): (urls: Texts) => Texts {
  const { i18n } = useApp()
  const words = i18n._({
    id: 'settings.url.wrong',
    message: 'Type a whole address that begins with https://',
  })
  return (urls) =>
    Object.fromEntries(
      Object.entries(urls)
        .filter(([, url]) => url.trim() !== '' && !isHttps(url.trim()))
        .map(([field]) => [field, words]),
    )
}

export function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
