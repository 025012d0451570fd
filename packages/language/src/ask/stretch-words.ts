import { tokensOf } from '../words/fold.ts'

/**
 * Words that make of a time a limit, a duration, or somebody or something else's time: `within 2 weeks`, `until Friday`,
 * `my wedding is in 20 days, can i`. Then nobody can say that it is not the present that is asked about.
 */
export const STRETCH_WORDS: ReadonlySet<string> = new Set(
  tokensOf(`within until till til under less sooner earlier before throughout during over wait waiting waited
  told havent haven hasnt friend friends sister hers wedding appointment race flying flight trip cycle
  durante hasta proximas proximos menos antes espero esperar boda cita vuelo viaje amiga amigo
  tak pehle pahle andar shadi safar dost تک پہلے اندر شادی سفر دوست
  خلال قبل حتى لحد زواجي عرسي سفري موعدي صديقتي`),
)
