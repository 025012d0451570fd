import { foundAt, isSaid, phrasesOf, type Token } from '../words/lexicon.ts'
import { tokensOf } from '../words/fold.ts'

/** Wanting to die, harming oneself, or an overdose named as such. */
const CRISIS =
  phrasesOf(`suicid*, better without me, better off without me, want to be gone, want to end everything, end everything, want to end it, want to be alive, not want to be alive, dont want to be alive, cut my wrists, cutting my wrists, slit my wrist*, cutting my arms, cut my arms, hang myself, shoot myself, jump off a bridge, jump off the, something stupid to myself, hate my life, want it all to stop,
  to not wake up, would kill me, kill me, drank bleach, drink bleach, drank acid, swallowed bleach, swallowed my cream, swallowed my numbing, swallowed the cream, me corte las venas, cortarme las venas, jeene ka faida, zindagi se tang, تعبت من الحياه, ما ابغي اعيش, ما ابغى اعيش, مابغي اعيش, sucid*, suiside, kill myself, kill my self, killing myself, kms, end my life, ending my life, end it all,
  want to die, wanna die, want 2 die, wanting to die, wish i was dead, wish i were dead, wish i wasnt here, better off dead, ready to die,
  dont want to live, dont wanna live, do not want to live, dont want to be alive, dont want to be here, dont wanna be here,
  dont want to exist, dont want to wake up, no reason to live, no point living, no point in living, nothing to live for, tired of living,
  cant go on living, cant go on anymore, cant go on any more, cant do life, take my own life, take my life, taking my own life, unalive,
  self harm*, selfharm*, harm myself, harming myself, hurt myself on purpose, hurting myself, cutting myself, want to hurt myself,
  want to cut myself, overdos*, over dosed, over dose, od on, oded, took an od,
  matarme, quitarme la vida, quiero morir*, quisiera morir*, me quiero morir, no quiero vivir, no quiero seguir viviendo, ganas de morir,
  no tengo ganas de vivir, hacerme dano, autolesion*, cortarme las venas, acabar con mi vida, terminar con mi vida, mejor muerta,
  mejor muerto, sobredosis,
  انتحر*, انتحار*, اقتل نفسي, بقتل نفسي, موت نفسي, اموت نفسي, بدي موت, بدي اموت, ابي اموت, ابغي اموت, ابغا اموت, اريد ان اموت, اريد اموت,
  اريد الموت, عايز اموت, عايزه اموت, نفسي اموت, اتمني الموت, اتمني اموت, ودي اموت, انهي حياتي, انهاء حياتي, اذي نفسي, اوذي نفسي, اذيت نفسي,
  اجرح نفسي, ما ابي اعيش, مابي اعيش, لا اريد ان اعيش, لا اريد العيش, ما بدي عيش, ما بدي اعيش, مش عايز اعيش, مش عايزه اعيش, جرعه زايده,
  جرعه مفرطه, جرعه كبيره,
  خودکشی, خود کشی, مرنا چاہت*, مر جانا چاہت*, مرنے کا دل, جینا نہیں چاہت*, جینے کا دل نہیں, جینے کو دل نہیں, اپنی جان لین*, اپنی جان لے,
  جان دینا چاہت*, خود کو نقصان, خود کو مار*, خود کو ختم, اپنی زندگی ختم, زندہ نہیں رہنا, اوور ڈوز, اوورڈوز,
  khudkushi, khud kushi, khudkashi, khudkhushi, marna chaht*, marna chahat*, mar jana chaht*, marne ka dil, jeena nahi chaht*, jina nahi chaht*,
  jeene ka dil nahi, apni jaan le*, jaan dena chaht*, khud ko nuqsan, khud ko maar*, khud ko khatam, apni zindagi khatam, zinda nahi rehna,
  marne ko dil, jeene ko dil nahi`)

const MEDICINE =
  phrasesOf(`paracetamol*, parcetamol*, paracetemol*, panadol*, tylenol*, acetaminophen, calpol, ibuprofen*, ibruprofen*, ibuprofin*,
  nurofen*, neurofen*, advil*, aspirin*, naproxen*, codeine, cocodamol, co codamol, tramadol, morphine, oxycodone, diazepam, valium, xanax,
  zopiclone, antidepressant*, sertraline, fluoxetine, citalopram, prozac, amitriptyline, quetiapine, pregabalin, gabapentin, melatonin, antihistamine*, benadryl, sleeping pills, sleeping tablets, painkiller*, pain killer*, pain meds, painmeds,
  tablet*, pill*, capsule*, meds, medicine*, medication*,
  paracetamol, ibuprofeno*, aspirina*, pastilla*, analgesico*, calmante*, comprimido*, medicamento*, medicina*,
  حبوب*, حبه, حبات, حبايه, مسكن*, باراسيتامول, بروفين, بنادول, اقراص, قرص, دواء, دوا, ادويه,
  گولی*, گولیا*, دوائی*, ادویات, پیناڈول, پیراسیٹامول, بروفین, goli, goliyan, goliyaan, golian, dawai*, dawa, dawaiyan`)

/** Nobody asks about these amounts who has not taken them, or thinks of it. */
const FAR = `too many, to many, whole pack*, whole box, whole bottle, whole strip, entire pack*, entire box, entire bottle, full pack*, caja entera, toda la caja, todo el bote, poora patta, پورا پتا`
const FAR_TOO_MANY = phrasesOf(FAR)
/** Amounts that are too much of any medicine. */
const TOO_MANY = phrasesOf(`${FAR},
  way too many, whole sheet, whole packet, whole lot of,
  entire strip, full box, full bottle, pack of, packet of, box of, bottle of, strip of, packs of, packets of, boxes of,
  all the, all my, all of the, all of my, all his, all her, handful*, hand full, fistful, bunch of, loads of, lots of, tons of, a load of,
  so many, dozens, more than i should, double the, triple the, too much, to much, way too much,
  demasiad*, todo el frasco, caja de, cajas de, cajas, bote de, frasco de, blister de, punado, todas las, todas mis, muchas, muchisim*,
  زياده, كثير*, كتير*, علبه, شريط, حفنه, كل الحبوب, كل حبوب, كميه كبيره,
  بہت زیادہ, بہت ساری, بہت سی, ساری, پوری ڈبی, پورا ڈبہ, پورا پیکٹ, زیادہ, بہت سارے,
  bohat zyada, bahut zyada, bohot zyada, bohat sari, bohat saari, bahut sari, bahut saari, saari, sari, pura patta, poora packet, pura packet, poori dabbi, puri dabbi, poora dabba, zyada`)

/** That it was taken: what is asked about a pack is no overdose. */
const TAKEN =
  phrasesOf(`had, planning to take, going to take, want to take, took, taken, tooken, have had, ive had, i had, swallowed, downed, popped, necked, ate, eaten, just had,
  tome, tomado, tomo, trague, tragado, ingerido, ingeri,
  اخذت, اكلت, بلعت, شربت, ماخذ*, خذيت, تناولت, خدت, اخدت, كلت,
  کھا لی*, کھا لیں, کھا گئ*, کھائی*, لے لی*, نگل لی*, کھالی*, kha li*, khali, kha gay*, kha gai, khayi, khai, le li*, nigal li*, kha liye, khaayi`)

const NUMBER_WORDS = new Set(
  tokensOf(`five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty forty fifty sixty hundred dozen
  diez doce quince dieciseis veinte treinta cuarenta cincuenta das bees tees pandrah chalees pachas دس بیس تیس پندرہ چالیس پچاس
  عشره عشر عشرين عشرون ثلاثين خمسين`),
)
/** What a number may measure instead of how many were taken. */
const UNITS = new Set(
  tokensOf(`mg g ml mcg mgs minutes mins min hours hour hrs hr days day weeks week months years am pm percent times
  horas minutos dias semanas ghante ghantay din minute hafte گھنٹے منٹ دن ہفتے ساعات ساعه دقايق دقيقه يوم ايام اسابيع january february march april may june july august september october november december jan feb nov dec st nd rd th degrees c f`),
)
/** Nobody takes so many tablets at once as they are meant to be taken. */
const TABLETS_FROM = 5
/** What makes of a number a time or a heat: `at 10`, `on the 12th`, `day 10`, `temp is 38`. */
const NOT_COUNTED = new Set(
  tokensOf(
    `at on the day week temp temperature fever is was of spf factor until till by around since`,
  ),
)
/** How far the amount may stand from the medicine. */
const NEAR = 5

/** Whether a message speaks of wanting to die, of self-harm or of an overdose of a medicine. */
export function isCrisis(tokens: readonly Token[]): boolean {
  if (isSaid(CRISIS, tokens)) return true
  const isTaken = isSaid(TAKEN, tokens)
  let lastAmount = -Infinity
  let lastMedicine = -Infinity
  for (const k of tokens.keys()) {
    const isFar = foundAt(FAR_TOO_MANY, tokens, k).length > 0
    if (isFar || (isTaken && isTooMany(tokens, k))) lastAmount = k
    if (foundAt(MEDICINE, tokens, k).length > 0) lastMedicine = k
    if (Math.abs(lastAmount - lastMedicine) <= NEAR) return true
  }
  return false
}

function isTooMany(tokens: readonly Token[], k: number): boolean {
  if (foundAt(TOO_MANY, tokens, k).length > 0) return true
  const text = tokens[k]?.text ?? ''
  const [, most = text] = /^\d+-(\d+)$/.exec(text) ?? []
  const isNumber = Number(most) >= TABLETS_FROM || NUMBER_WORDS.has(text)
  const beside = [tokens[k - 1]?.text ?? '', tokens[k + 1]?.text ?? ''] as const
  return isNumber && !NOT_COUNTED.has(beside[0]) && !UNITS.has(beside[1])
}
