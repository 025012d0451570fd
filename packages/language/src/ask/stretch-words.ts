import { tokensOf } from '../words/fold.ts'

/**
 * Words that make of a time a limit, a duration, or somebody or something else's time: `within 2 weeks`, `until Friday`,
 * `my wedding is in 20 days, can i`. Then nobody can say that it is not the present that is asked about.
 */
export const STRETCH_WORDS: ReadonlySet<string> = new Set(
  tokensOf(`enough suficiente suficientes kafi كافي کافی within until till til under less sooner earlier before throughout during over wait waiting waited
  told havent haven hasnt friend friends sister hers wedding appointment race flying flight trip cycle
  fly flies period periods smoked quit pregnant pregnancy married marry away been since vacation travel travelling traveling
  durante hasta proximas proximos menos antes espero esperar boda cita vuelo viaje amiga amigo
  volar viajo embarazada embarazo ciclo regla fumado llevo desde
  tak pehle pahle andar shadi safar dost hamila haamla mahwari flight intezar تک پہلے اندر شادی سفر دوست حاملہ ماہواری انتظار
  خلال قبل حتى لحد لغايه زواجي عرسي سفري موعدي صديقتي اسافر حامل دورتي الدوره انتظرت انتظر`),
)

/** What says so of the time right behind it: `for 2 weeks`, `by Friday`. */
export const STRETCH_WORDS_BEFORE: ReadonlySet<string> = new Set(
  tokensOf(
    `for by last past previous every each no por para ultimas ultimos ultima ultimo cada pichle pichli پچھلے لمده لمدة اخر كل`,
  ),
)

/** What says so of the time right before it. */
export const STRETCH_WORDS_AFTER: ReadonlySet<string> = new Set(
  tokensOf(`tak liye old off تک لیے لئے embarazada`),
)
