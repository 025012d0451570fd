import { formatInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { ask } from './ask.ts'

/** Wednesday 18 November 2026, 17:00; the session ended on Monday, 15:00. */
const CONTEXT = contextAt(50)

/** The days that a message asks of. */
function askedOn(q: string): readonly string[] {
  return ask(CONTEXT, q).parts.map(({ at }) => formatInstant(at, CONTEXT.zone).slice(5, 10))
}

describe('when a subject is asked about', () => {
  it.each([
    ['can i swim in 2 weeks', '12-02'],
    ['gym on friday?', '11-20'],
    ['on day 5 can i wear makeup', '11-21'],
    ['day 5, can i wear makeup', '11-21'],
    ['10 days after can i use retinol', '11-26'],
    ['can i swim tomorrow', '11-19'],
    ['can i swim on sat', '11-21'],
    ['gym sat?', '11-21'],
    ['may i swim in 2 weeks', '12-02'],
    ['do i avoid swimming in 2 weeks', '12-02'],
    ['can i swim on 25 may', '05-25'],
    ['puedo nadar el viernes', '11-20'],
    ['puedo nadar dentro de 2 semanas', '12-02'],
    ['puedo usar maquillaje mañana', '11-19'],
    ['هل أقدر أسبح يوم الجمعة', '11-20'],
    ['کیا میں جمعہ کو تیراکی کر سکتی ہوں', '11-20'],
    ['kya main jumma ko swimming kar sakti hun', '11-20'],
  ])('keeps the time: %s', (q, day) => {
    expect(askedOn(q)).toContain(day)
  })

  it.each([
    'no swimming for 15 days?',
    'can i swim next month or this week',
    'can i swim on day 20 of my cycle',
    'havent smoked in 20 days, can i swim',
    'i have not smoked in 20 days can i swim',
    'im 20 days pregnant, can i swim',
    'waited 10 days, can i swim',
    'can i swim for 2 weeks',
    'i did nothing the last 3 weeks, can i swim',
    'my appointment is in 3 weeks, can I swim',
    'in 2 weeks i fly, can i swim',
    'in 2 weeks i leave the country, can i swim',
    'i get my results in 3 weeks. can i swim?',
    'i go home in 3 weeks so can i swim',
    'can i swim because i work in 3 weeks',
    'can i swim by friday',
    'can i swim before the 25th',
    'how many days until day 20, can i swim',
    'i have been away 3 weeks, can i swim',
    'i am married in 3 weeks can i swim',
    'my period is in 3 weeks can i swim',
    'can i swim mon with a friend or in 3 weeks',
    'can i swim alone',
    'can i swim with my card',
    'can i jump in the pool',
    'i sat in the pool can i swim',
    'puedo nadar por 3 semanas',
    'puedo nadar durante 3 semanas',
    'puedo nadar para el viernes',
    'viajo en 3 semanas, puedo nadar',
    'mi piel esta sanando puedo nadar',
    'puedo nadar a menudo',
    'trabajo en 3 semanas pero puedo nadar',
    'هل أقدر أسبح لمدة 20 يوم',
    'أنا حامل بعد 20 يوم، هل أقدر أسبح',
    'عندي عمل بعد 20 يوم، هل أقدر أسبح',
    'کیا میں 20 دن تک تیراکی کر سکتی ہوں',
    'کیا میں 20 دن کے لیے تیراکی کر سکتی ہوں',
    'kya main 20 din tak swimming kar sakti hun',
    'kya main 20 din ke liye swimming kar sakti hun',
    '20 din baad office hai lekin kya main swimming kar sakti hun',
  ])('asks about the present as well: %s', (q) => {
    const swims = ask(CONTEXT, q).parts.filter(({ subject }) => subject.endsWith('swimming'))
    expect(swims.map(({ status }) => status)).toContain('avoid')
    expect(Math.min(...swims.map(({ at }) => at))).toBeLessThanOrEqual(CONTEXT.at)
  })
})
