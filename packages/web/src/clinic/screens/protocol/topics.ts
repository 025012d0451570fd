import type { Protocol } from '@afterglow/engine'
import type { I18n } from '@lingui/core'

/** The topics of the protocol's own information, in its order. */
export function topicsOf({ information }: Pick<Protocol, 'information'>): readonly string[] {
  return [...new Set(information.map(({ topic }) => topic))]
}

/** A topic in words; one that is new to us by its code. */
export function topicWord(i18n: I18n, topic: string): string {
  switch (topic) {
    case 'aftercare':
      return i18n._({ id: 'protocol.topic.aftercare', message: 'Aftercare' })
    case 'how-it-works':
      return i18n._({ id: 'protocol.topic.how', message: 'How it works' })
    case 'indications':
      return i18n._({ id: 'protocol.topic.indications', message: 'What it is for' })
    case 'provenance':
      return i18n._({ id: 'protocol.topic.provenance', message: 'Where the advice is from' })
    case 'reasons':
      return i18n._({ id: 'protocol.topic.reasons', message: 'Reasons for a rule' })
    case 'safety':
      return i18n._({ id: 'protocol.topic.safety', message: 'Safety' })
    case 'series':
      return i18n._({ id: 'protocol.topic.series', message: 'Several sessions' })
    case 'what-it-is':
      return i18n._({ id: 'protocol.topic.what', message: 'What it is' })
    default:
      return topic.replaceAll('-', ' ')
  }
}
