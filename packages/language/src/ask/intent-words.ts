import { wordList } from '../words/word-list.ts'

/** What a message wants to know. */
export type Cue =
  | 'may'
  | 'when'
  | 'normal'
  | 'long'
  | 'done'
  | 'what-to-use'
  | 'results'
  | 'next-session'
  | 'what-is'
  | 'course'
  | 'elsewhere'
  | 'planned'

/** Phrases by cue, in English, Spanish, Urdu (Roman and script) and Arabic. A beginning of a word ends in a star. */
const CUES: Readonly<Record<Cue, string>> = {
  may: `can i, can ya, could u, may u, is it good to, is it alright, is it bad to, is it bad if, would it be ok, would it hurt, am i ok to, am i good to, good to go, is there any harm, any harm in, safe to, too soon, too early, still avoid, still not allowed, pwede, okay lang, ok lang, can we, could i, may i, should i, am i allowed, allowed, is it ok, is it okay, ok to, okay to, is it safe, is it fine, fine to, alright to,
  all right to, good idea, can you, do i have to, do i need to, must i, can u, cani, shall i, what about, what if i,
  puedo, se puede, podria, puedo usar, debo, deberia, esta bien, pasa algo si, tengo que, hace dano, me puedo,
  kya main, kya mai, kya mein, sakta, sakti, sakte, skta, skti, sakty, theek hai, thik hai, lagana theek, jaiz, chahiye, chaiye, لگا سکتی, سکتی, سکتا, سکتے, کیا میں, ٹھیک ہے, چاہیے,
  هل يمكن, هل يمكنني, هل اقدر, اقدر, ممكن, هل استطيع, استطيع, هل يجوز, يجوز, ينفع, هل يصح, مسموح, هل لا باس, عادي اذا, عادي لو, اقدر استخدم, فيني, هل من الممكن, بقدر, يصير, هل علي, مسموحه, ينصح`,
  when: `how long between, how many weeks between, how much time between, how far between, when should my, when is my, whens my, when do i come, when do we, when will my, how soon can, when can i, when is it ok, when may i, how soon, how long until, how long before, how long do i wait, how long should i wait, how long do i have to wait, when do i start,
  how long till, when should i, when could i, when to, how many days until, how many days before, how many hours, how many days, from when, when am i allowed,
  cuando puedo, cuanto tiempo, cuantos dias, cuantas horas, a partir de cuando, desde cuando, cuando podre, cuando, kab, kab tak, kab se, kitne din, kitny din, kitne ghante, کب, کب تک, کب سے, کتنے دن, کتنے گھنٹے,
  متي, متى, امتي, كم يوم, كم ساعه, بعد كم, ايمتي, وقتيش`,
  normal: `normal, is it weird, is this weird, is it ok that, is it okay that, is it meant to, is this meant to, meant to be, meant to look, is it just, should it be, should it look, is it still ok to be, freaking out, panicking, is that fine, is it typical, typical, natural to, common to, part of it, how come, what if my skin, why are my, why is my, raro, es raro, ajeeb, is it bad, is that bad, es malo, bura hai, is this ok, is that ok, is it usual, usual, should i worry, should i be worried, worried, worry, concerned, concern, expected, supposed to, common, what does it mean, is something wrong, why is, why does, why am i, is this fine,
  es normal, normales, me preocupo, preocupada, preocupado, debo preocuparme, es comun, naarmal, fikar, pareshan, pareshani, theek hai kya, نارمل, عام بات, فکر, پریشان, معمول, طبيعي, طبيعيه, عادي, هل هذا عادي, اقلق, قلقانه, قلق, خايفه`,
  long: `how long does, how long will, how long do, how long is, how many days does, how many days will, when will it stop, when will it go, when does it go, when does it stop, when will the, when does the, last, lasts, go away, goes away, going away,
  cuanto dura, cuanto tiempo dura, cuando se quita, cuando desaparece, cuanto tarda, kitne din rahega, kitne din rahegi, kitni der, kab jayegi, kab jayega, kab khatam, kab theek, kab thik, کتنے دن رہ*, کب ختم, کب ٹھیک, كم يدوم, كم تستمر, كم يستمر, متي يختفي, متي تختفي, متي يروح, متي تروح, كم ياخذ`,
  done: `accidentally, stupidly, like an idiot, silly me, wasnt thinking, didnt think, just realised, just realized, without realising, without realizing, woke up with, fell asleep, did i ruin, have i ruined, ruined it, ruined everything, caught the sun, got sunburned, got sunburnt, got burnt, got a sunburn, me he quemado, me queme, i fell, i rolled, i ran, i sat, i swam, i let, i stayed, i leaned, i licked, i sneezed, my hand slipped, couldnt resist, gave in, i cheated, i couldnt help, accidently, by accident, by mistake, mistakenly, oops, whoops, i already, already used, already did, already put, already went, already had, already took, already washed, i forgot, forgot and, without thinking, didnt realise, didnt realize, didnt know, i used, i put, i wore, i went, i had, i took, i drank, i did, i washed, i touched, i picked, i scratched, i slept, i applied, i shaved, i swam, i ate, i smoked, i got, ive used, ive had, ive been, ive put, just put, just used, just went, just had, just took, just did, wore, drank, went swimming, went to, swam, messed up, i peeled, i popped, i rubbed, ended up, used some, used my, put on, had a, had some, took a, took an, took some,
  sin querer, por error, por accidente, ya use, ya me puse, me puse, fui, tome, bebi, me bane, me maquille, me toque, me rasque, sin darme cuenta, se me olvido, olvide, hice, nade, dormi, fume, me duche, me lave, me depile, me afeite,
  ghalti se, galti se, ghalti sai, laga li, laga liya, laga lia, laga diya, lagaya, lagayi, kar li, kar liya, kar lia, pi li, kha li, chali gayi, chala gaya, gayi thi, gaya tha, nahi pata tha, bhool, naha liya, naha li, so gayi, so gaya, غلطی سے, لگا لیا, لگا لی, لگایا, لگائی, کر لیا, کر لی, چلی گئی, چلا گیا, پی لی, کھا لی, بھول,
  بالغلط, بالخطا, عن طريق الخطا, دون قصد, بدون قصد, من غير قصد, حطيت, وضعت, استخدمت, استعملت, رحت, شربت, سبحت, لمست, نسيت, غسلت, دخنت, اخذت, تناولت, نمت, ذهبت`,
  'what-to-use': `what can i use, what should i use, what to use, whats the best, what is the best, what can i put, what should i put, what to put, what should i apply, what can i apply, which cream, which moisturizer, which moisturiser, which sunscreen, which products, what products, what product, what cream, what moisturizer, what moisturiser, what is best to use, what do i put, what do i use, what skincare, which cleanser, what cleanser, what sunscreen, what kind of, which serum, what serum, recommend, what helps, what do i wash, what should i wash, what can i wash,
  que puedo usar, que puedo ponerme, que me pongo, que uso, que crema, que debo usar, que productos, que me puedo poner, que protector, que recomiendas, cual crema, que me recomiendas,
  kya lagaun, kya lagaoon, kya laga sakti, kya laga sakta, kya lagana, konsi cream, kaunsi cream, kon si cream, kya use, kia lagaun, kya istemal, کیا لگاؤں, کیا لگا سکتی, کیا لگا سکتا, کون سی کریم, کونسی کریم, کیا لگانا, کیا استعمال,
  ماذا استخدم, ماذا اضع, شو استخدم, ايش احط, شو احط, وش استخدم, وش احط, ايش استخدم, ما الكريم, اي كريم, ماذا يمكنني استخدام, استخدم ايه, احط ايه, ما هي المنتجات, شنو احط`,
  results: `results, see a change, see any results, results show, notice a difference, notice any difference, notice anything, when does it start, kick in, pay off, worth the, scars fade, scars to fade, scars look, skin look better, result, see a difference, see difference, see any difference, see improvement, see any improvement, see changes, see any change, when will it work, when does it work, does it work, start working, glow, full effect, look better, how long until i see, when will i see, when do i see, worth it,
  resultados, resultado, cuando se nota, se nota, cuando vere, cuando se ve, mejora, nateeja, nateejay, nateeje, natija, natije, nataij, farq, asar, نتیجہ, نتائج, نتیجے, فرق, اثر, نتايج, النتايج, نتيجه, النتيجه, تظهر, يبان, الفرق`,
  'next-session': `next session, rebook, re book, book in again, come back for, come in again, come back in, round two, round 2, second round, due for, when am i due, schedule my next, top up, topup, have another, get another, do another, another round, 3rd session, next time, microneedle again, needled again, needling again, dermapen again, next appointment, next treatment, next one, next round, next needling, next microneedling, second session, another session, 2nd session, third session, do it again, book again, have it again, get it done again, go again, repeat it, how many sessions, how often, sessions do i need, how far apart, how many treatments, more sessions, follow up session,
  proxima sesion, siguiente sesion, segunda sesion, otra sesion, cuantas sesiones, cada cuanto, repetir, proxima cita, agla session, agli session, agle session, doosra session, dusra session, doosri session, dobara, dubara, kitne session, kitni sitting, agli sitting, agli dafa, اگلا سیشن, اگلی سیشن, دوسرا سیشن, دوبارہ, کتنے سیشن, اگلے سیشن,
  الجلسه القادمه, الجلسه التاليه, الجلسه الثانيه, الجلسه الجايه, جلسه ثانيه, كم جلسه, عدد الجلسات, جلستي القادمه, جلستي الجايه, جلستي التاليه, جلسه اخري, بين الجلسات, الجلسه المقبله`,
  'what-is': `what is, whats, what are, what does, que es, que son, kya hai, kya hota, kya hoti, کیا ہے, کیا ہوتا, کیا ہوتی, ما هو, ما هي, شو هو, شو يعني, ما معني, ايش يعني, what happens during`,
  course: `recovery, look human, look ok again, be healed, fully healed, calm down, settle down, settled down, how long am i, how long till im, how long until im, how long will i be, face back, look like this, presentable, downtime, down time, heal, healing, heals, healed, what to expect, what should i expect, what happens, back to normal, look normal, recover, day by day,
  recuperacion, recuperarme, sanar, cicatrizar, sana, que esperar, curar, theek hone, thik hone, bharne, zakham, ٹھیک ہونے, شفا, تعافي, الشفا, التعافي, يلتيم, التيام, يرجع طبيعي, فتره النقاهه, نقاهه`,
  elsewhere: `price, cost, costs, how much does, how much is, cheap, cheapest, buy, order, delivery, refund, discount, weather, recipe, translate, capital, president, poem, joke, song, movie, homework, python, javascript, bitcoin, stock, stocks, near me, football score, score, who is, who won, who was, who are you, are you a robot, are you human, wifi, password, directions, restaurant, hotel, flight, ticket, netflix, insurance, lawyer, sue, bank, loan, tax, best gym, opening hours, opening times, parking, cancel my, reschedule, book me, invoice, receipt, payment, pay, salary, horoscope, lottery, tell me a, write me, write a, my dog, my cat, my car, dog, puppy, cake, pasta, what time is it, what day is it, distance, population, world cup, olympics, spell, meaning of life, math, calculate, wallpaper, laptop, iphone, android,
  precio, cuesta, cuanto vale, comprar, clima, receta, pelicula, cancion, chiste, traduce, capital de, quien es, quien gano, que hora, partido, vuelo, mi perro, mi gato, coche, qeemat, keemat, kitne ki, kitne paise, paise, mausam, gaana, lateefa, tarjuma, film, kaun hai, kon jeeta, قیمت, موسم, لطیفہ, گانا, فلم, کون ہے, پیسے, کتنے کا, سعر, بكم, كم سعر, كم تكلفه, الطقس, وصفه, نكته, ترجم, عاصمه, من هو, من فاز, فيلم, مباراه, كم الساعه, تكلفه, سياره, قطتي, كلبي`,
  planned: `after, afterwards, afterward, after it, after my session, after the session, after the treatment, after microneedling, after my appointment, once its done, despues, luego, tras, baad, ke baad, baad mein, بعد, کے بعد`,
}

export const CUE_ENTRIES: readonly (readonly [string, Cue])[] = Object.entries(CUES).flatMap(
  // The keys are those of the table above.
  ([cue, text]) => wordList(text).map((phrase) => [phrase, cue as Cue] as const),
)
