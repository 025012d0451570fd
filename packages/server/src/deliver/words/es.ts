import type { MessageWords } from './message-words.ts'

/** Draft: not yet reviewed by a clinician. */
export const spanishWords: MessageWords = {
  product: 'Plan de recuperación',
  from: 'De {clinic}',
  unsubscribe: 'No recibir más estos mensajes',
  footer: 'Este mensaje se envió automáticamente. Por favor, no lo responda.',
  messages: {
    invitation: {
      subject: 'Su plan de recuperación está listo',
      line: 'Su plan de recuperación está listo.',
      more: 'Ábralo con el botón y luego pulse Empezar. El enlace es para usted. Por favor, no lo comparta.',
      button: 'Abrir mi plan',
    },
    reminder: {
      subject: 'Plan de recuperación: tiene algo pendiente',
      line: 'Tiene algo pendiente.',
      more: 'Abra su plan para ver qué es.',
      button: 'Abrir mi plan',
    },
    digest: {
      subject: 'Plan de recuperación: hoy',
      line: 'Pendientes para hoy: {count}.',
      more: 'Abra su plan para verlos.',
      button: 'Abrir mi plan',
    },
    'window-opened': {
      subject: 'Plan de recuperación: algo ha cambiado',
      line: 'Algo ha cambiado en su plan.',
      more: 'Abra su plan para ver qué puede hacer ahora.',
      button: 'Abrir mi plan',
    },
    'check-in-due': {
      subject: 'Plan de recuperación: ¿cómo está?',
      line: 'Díganos cómo está, por favor.',
      more: 'Le llevará más o menos 1 minuto.',
      button: 'Responder ahora',
    },
    'clinic-replied': {
      subject: 'Plan de recuperación: tiene una respuesta',
      line: 'Tiene una respuesta.',
      more: 'Abra su plan para leerla.',
      button: 'Leer la respuesta',
    },
    'urgent-check-in': {
      subject: 'Urgente: una respuesta necesita su atención',
      line: 'Hay una respuesta marcada como urgente. Por favor, mírela ahora.',
      more: 'Entre en su cuenta para ver de quién es y confirmar que la ha visto.',
      button: 'Ver ahora',
    },
    escalation: {
      subject: 'Urgente: todavía sin confirmar',
      line: 'Nadie ha confirmado una respuesta urgente.',
      more: 'Nadie la confirmó en el plazo fijado. Por favor, entre en su cuenta y mírela ahora.',
      button: 'Ver ahora',
    },
    'handed-over': {
      subject: 'Le han pasado una respuesta',
      line: 'Ahora le toca a usted ocuparse de una respuesta.',
      more: 'Alguien de su equipo se la ha pasado. Entre en su cuenta para ver de quién es.',
      button: 'Ver ahora',
    },
    'team-invitation': {
      subject: 'Le invitan a un equipo',
      line: 'Le invitan a unirse a un equipo.',
      more: 'Use el botón para crear su cuenta. El enlace sirve una sola vez.',
      button: 'Unirme al equipo',
    },
    'channel-test': {
      subject: 'Mensaje de prueba',
      line: 'Esto es una prueba. Si puede leerla, los mensajes llegan.',
      more: 'No tiene que hacer nada.',
      button: 'Abrir',
    },
  },
}
