import type { JSX } from 'preact'
import { Endpoints } from './endpoints.tsx'
import { Sources } from './sources.tsx'

/** Systems that are told of events, and systems that tell of sessions. */
export function WebhooksPart(): JSX.Element {
  return (
    <>
      <Endpoints />
      <Sources />
    </>
  )
}
