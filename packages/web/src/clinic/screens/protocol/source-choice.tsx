import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Select } from '../../components/select.tsx'
import { useProtocol } from './protocol-context.tsx'

interface SourceChoiceProps {
  /** A source of the clinic's; empty for the clinic itself. */
  readonly value: string
  readonly onChange: (source: string) => void
  readonly error?: string
}

/** Who says it: the clinic, or a source that it has added. */
export function SourceChoice(props: SourceChoiceProps): JSX.Element | null {
  const { i18n } = useApp()
  const { changes } = useProtocol()
  if (changes.sources.length === 0 && props.value === '') return null
  return (
    <Select
      {...props}
      label={i18n._({ id: 'protocol.source', message: 'Source' })}
      options={[
        { value: '', label: i18n._({ id: 'protocol.source.clinic', message: 'This clinic' }) },
        ...changes.sources.map(({ code, label }) => ({ value: code, label })),
      ]}
    />
  )
}
