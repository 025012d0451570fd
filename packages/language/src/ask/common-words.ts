import { tokensOf } from '../words/fold.ts'

/**
 * Words that a message is made of and that change no answer: who asks, how politely, when, of which part of the face, what
 * the day brings. A word that is neither of these nor understood may change it, and keeps a `yes` back.
 */
export const FILLER_WORDS: readonly string[] = tokensOf(`
the a an and for are but you your all any can could may will would shall should must might am is be been being was were had has have
having do does did done doing i me my mine myself we us our they them their he him his she her it its this that these those
there here who what when where which why how if then than so as at by of off on in into onto to from up out over under
about after before again ever never still yet just only even also too much many more most some few lots lot bit little
really very quite maybe perhaps actually basically literally totally completely already always sometimes usually normally
now today tonight tomorrow yesterday morning afternoon evening night noon midnight day days week weeks month months year
hour hours minute minutes weekend later soon early late ago since until till while once first second third last next
monday tuesday wednesday thursday friday saturday sunday time times long
one two three four five six seven eight nine ten both each every other another own same thing things stuff something
anything everything someone anyone everyone somewhere anywhere
want wants wanted wanna need needs needed like love hate hope wish plan plans planning planned think thinking thought know
knew wonder wondering guess mean means say says said tell told ask asking asked read heard hear see saw look looks looking
looked find found feel feels feeling felt go goes going went gone come coming came get gets getting got give gives given make
makes made keep keeps kept let lets put puts putting use uses used using wear wears wearing wore apply applies applying applied
take takes taking took try trying tried start starts starting started begin resume continue happen happens happened work works
help helps allowed able okay ok alright fine safe good great bad best better right wrong sure possible recommended advisable
wait waiting waited please plz pls thanks thank thx ty hello hey hi hiya guys sorry help lol omg btw tbh idk rn asap
dr doctor clinic nurse derm dermatologist aesthetician esthetician practitioner therapist provider appointment session sessions
treatment treatments procedure microneedling microneedled needling needled dermapen  facial face faces skin cheek cheeks neck
forehead chin nose jaw area areas
work job office school home house party birthday wedding holiday vacation christmas eid friend friends friends sister sisters
brother mum mom mother dad husband wife boyfriend girlfriend family people date meeting interview event photos pictures
usual normal normally regular plain basic simple gentle gently soft mild light lightly quick quickly short small easy slow slowly old own
cant cannot dont wont didnt doesnt isnt arent wasnt havent hasnt wouldnt shouldnt couldnt im ive id ill youre theyre thats whats hows
gonna gotta ur u r b yes yeah yep no nope or nor though although because cuz cos bc since through during between with without
around near down back day full some such well two way people everyone bad feel real really oh ah um uh erm hmm well right
yeah like kinda sorta ish ready anyway instead else soon enough away quite pretty super so quick question questions worried
myself today again morning going around bit couple every once twice daily outside inside indoors outdoors
abt thru prob probs defo def deffo obvs tho altho bout wat wot wen whn wanted tomoz tmrw tmr tmrow tom 2day 2nite 2moro nite gd gud hav hv
aftercare care instructions instruction advice leaflet sheet website google tiktok instagram insta youtube reddit gp beautician girl lady woman women guy man men
partner bestie hubby wifey colleague colleagues class lesson course presentation zoom church mosque shopping errands groceries supermarket mall restaurant cinema brunch
graduation prom concert festival trip travel anniversary date function occasion ceremony reunion bridesmaid bride guest
excited nervous tired lazy bored desperate stupid silly honest fair serious important special fancy big huge nice lovely cute amazing annoying curious
confused unsure certain paranoid impatient dying tempted
show turn move join meet visit finish finished check remember mention mentioned explain explained advise advised recommend recommends understand understood believe
suppose supposed assume consider decide decided mind bring stick chuck grab dab slap pat blend  pop hop head sit stand stay
attend attending leaving heading hosting seeing sitting staying
post op treated done healed healing recovered recovering normal later date straight straightaway immediately directly instantly asap
mm spf factor
app plan list page link question q a ans reply
layer amount product brand favourite favorite
first second third fourth fifth final recent recently lately currently nowadays
nothing life name kind years father listen together matter excuse idea live lived called problem watch probably beautiful forget end true anymore behind
whatever exactly chance change changed young rest person different reason almost truth bed moment along either bye welcome trust hurry fact clear wonderful save living sound
luck promise sort dance parents seem seems picture ladies catch dream poor learn fall turned knows saying worth careful report handle ones clothes longer relax choice bag
spend return personal caught happening missed middle calm surprise trouble interesting strange voice interested appreciate record bought college besides enjoy situation imagine ought entire
difference age liked hungry offer owe position seriously patient beginning laugh doubt whose plenty promised difficult round space contact agree gift notice admit impossible blame often reach
suddenly teacher surprised places excellent ourselves copy everywhere complete keeping support interest comfortable choose necessary practice account due afford belong deal beyond horrible opinion
according shame otherwise pretend several airport speech project crowd remind personally prepared aware whenever familiar issue social research repeat picking checking unfortunately safety
fixed professional warning awesome positive season students obvious agreed based schedule invite invited wherever details depends joy pleased expensive boring ashamed section honestly success
connection grateful badly senior friendly available likely knowledge proper online younger attractive naturally anytime eventually popular circumstances embarrassed zero less including especially generally
finally hopefully ideally roughly approx approximately correctly properly nearly gotten seen mistake promised left experience thoughts
doc sir mam maam madam ma po na ba ng lang sa naman opo ok abeg oga wld wud cld shld b4 bf af ha loads load wee lil proper bare pure straight damp massive dumb daft fridge garden lunch tea nan granny mate mates money
cousin cousins nephew niece bus drive driving market shops shop seminar receptionist teacher student exam exams library temple prayers flat wide window wall seafront beach handbag purse
swears borrow hers hubby landed home prefer properly slightly yay nay dying parched greasy minging gross grossed stir crazy mad sunny cloudy
disculpe siempre momento consulta vale va van jaja jeje anda oye che mira espero espera monton compre regalaron quedo quedar publico pasaron traigo farmacia super abajo pa nomas sirve molestia abuela dice comun humeda nariz bautizo romeria laburo chamba oficina
طيب صاحبه باجي باهر گي لوں سادہ سا ہلکا آہستہ زين وايد كتير حق تبع ريحه عشان النهارده دلوقتي وشي عوجهي خدودي رفيقتي ستي شويه الجامعه جامعه رايحه مسوي صارلي كريم جل
aoa bht horhi hy lga lgana lu lun dun koi sa sada yar yaar aram haath kr hogaye hogya jaye jayega rahegi rahega ammi bhabhi bazar chutti paper office university mangwai
disgusting out outdoors nada ابھی abhi sawal tonta molesta grave fatal buenas normalita noto seca hala هلا بسيط وايد gande lag rahi subah ke chala fatiga give gave bottle little dumb question probably bed before use
nah bits itself version vera puro pura locion pasar calmar olor manos arriba duermo liye sahiba gel jel hospital airport gym class classes zoom boots tesco asda lidl walmart target sephora cvs walgreens amazon ebay daraz
hen hols bro reach fit gains prima primo hogye chukay krwa thand ho sath cousin صار صارلي صرلي بقالي مر عدي عدا تلات ثلاث صاحبتي لفرح گزر
leeds london dubai riyadh cairo karachi lahore madrid mexico leave meri hojaye hogayi sakay sakty paas pass rakhi rakha pehn pehen ghar gaya karwai karwaya hoya
wash washing washed cleanse hair   vera puro 
fragrance free unscented perfume non comedogenic noncomedogenic hypoallergenic bland hydrating hydration moisture moisturising moisturizing nourishing soothing calming repairing repair healing thick rich thin thinner lightweight
broad spectrum physical zinc titanium generic pharmacy drugstore chemist supermarket tube bottle jar tub pump drops pea sized layer layers generous amount lotion ointment cream gel serum milky creamy
reapply reapplying rinse rinsing splash dabbing patting wipe dry dried towel cloth fingertips fingers sink tap basin bathroom
water waters drink drinks drinking  litre litres liters jug filtered tap still sparkling veg veggies vegetables salad balanced diet meals meal eat eating stay hydrated
headache headaches tablet tablets pill pills capsule capsules mg milligrams discomfort ache achy
pillow pillows propped elevated head mattress bedtime nap
park block stroll strolling outside pavement steps minutes min mins hr hrs
hat cap shade umbrella brim sunhat cover covered
shampoo rinse backwards salon
office desk computer commute teach teaching students zoom uni university college lectures shift nightshift
bare naked makeupless
cuanto pasos parque manzana vaso vasos litros pastilla pastillas almohada cabeza sombrero gorra sombra hidratante hidratacion ligera ligero crema gel suero perfume fragancia tibia tibio lavarme lavar secar toalla champu
oficina ordenador pantalla ligero suave fpm espectro amplio
experience experienced typical typically general final total
thats its lets whens wheres whos itll theyll youll weve theyve youve wouldve shouldve couldve
que como para por con una uno un unos unas los las del de al mi mis su sus tu tus este esta esto estos estas eso esa ese muy mas
pero cuando donde quien cual porque hola gracias favor piel cara rostro dia dias semana semanas mes hora horas despues antes ahora hoy ayer anoche noche tarde manana
hacer hago hacerme usar uso usarlo ponerme poner pongo puesto puedo puede podria quiero quisiera necesito tengo tiene estoy esta estan soy eres es ser hay bien mal bueno buena mejor
todo toda todos nada algo alguien mucho mucha poco poca un el la lo le me te se nos si ya aun todavia sobre entre hasta desde casa trabajo fiesta boda
amiga amigo hermana doctora doctor clinica sesion tratamiento microagujas microneedling dermapen hice hicieron hizo pasado pasada proximo proxima fin
finde lunes martes miercoles jueves viernes sabado domingo seguro normal ir voy vamos salir empezar volver tomar dar darme echar echarme aplicar aplicarme
hace mientras solo tambien otra otro vez y o a en e ni dos tres cuatro cinco seis siete ocho
aunque entonces pues asi tal vez quizas igual ademas luego pronto temprano dentro fuera aqui alli alla tipo cosa cosas duda consulta pregunta queria saber sabe alguna algun
ningun ninguna nuevo nueva vieja normalmente diario diaria rutina cumple cumpleanos evento cena reunion foto fotos amigos amigas familia marido novio esposo mama hijas
primera primer segunda segundo tercera tercer ultima ultimo cuanto cuanta cuantos cuantas tan tanto ahorita oye porfa porfavor xfa xq pq tb q k d
mañana pasar paso pasa poquito encima debajo parte suave simple basica basico mismo misma puesta dejar ver veo vi dijo dijeron dicen doctora cuidados cuidado
hai hain ho hoon hun hu tha thi thay the ka ki ke ko se sai mein mai main mera meri mere mujhe muje mjhe aap ap apna apni apne hum humein kya kia kyun kaise kab kahan
kaun haan han ji aur ya lekin magar agar to tou toh bhi hi bas ab abhi kal parso aaj raat din dinon subah shaam dopahar hafta hafte hafton mahina mahine
ghante ghanta baad pehle karna kar karun karoon karo karte karwa karwaya karwayi karwane karane kiya kiye kr krna krdia krwaya sakta sakti sakte skti skta raha rahi rahe gaya gayi gaye jana
jaa ja jao jaun lagana laga lagaya lagayi lagaun lagaoon laga lena loon lun le lia liya de dena di skin chehra chehre munh muh baat kaam ghar log sab kuch kuchh bohat bahut bohot thora thori accha acha theek thik
please doctor clinic wala wali wale waise phir dobara shuru istemal use shadi party din kitna kitne kitni par pe per tak chahiye chahie hoga hogi hoti hota mat matlab zaroor zaroori jaldi aik ek do teen char chaar paanch lagwana lagwayi dermapen session function mehndi walima barat dawat aunty behen bhai ammi shohar biwi dost
kisi kis jab tab jaise itna itni bilkul shayad pata batao bataen batayen btao plzz mehrbani skincare roz thek hy hn mn k m r n ky kay jb tk pr yeh ye woh wo is us isko usko ispe
hota hoti hua hui huay huwa rozana
ہے ہیں ہو ہوں تھا تھی تھے کا کی کے کو سے میں میرا میری میرے مجھے آپ اپنا اپنی اپنے کیا کیوں کیسے کب کہاں کون ہاں جی اور یا لیکن اگر تو
بھی ہی بس اب ابھی کل آج رات دن صبح شام کرنا کر کروں کرنے سکتا سکتی سکتے رہا رہی رہے گیا گئی گئے جانا جا جاؤں لگانا لگا لگاؤں لے لینا جلد چہرہ چہرے منہ بات کام گھر
بعد پہلے ہفتہ ہفتے گھنٹے مہینہ مہینے دو تین چار پانچ چھ سات آٹھ ایک پر تک استعمال شروع دوبارہ پھر ٹھیک ہوا ہوئی ہوئے کروایا کروائی کرایا سیشن علاج شادی کچھ بہت تھوڑا ہوگا یہ وہ اس ان جب تب کسی کس جیسے اتنا بالکل شاید پتا پتہ بتائیں بتاؤ براہ مہربانی روز پہلا پہلی دوسرا دن دنوں مہندی ولیمہ دعوت تقریب بہن بھائی امی دوست ڈاکٹر کلینک چاہتی چاہتا چاہوں والا والی والے نہانا ہوئے تھوڑی دیر بعد
في من على الى الي علي عن مع هذا هذه هاد هاي ذلك تلك هو هي انا انت نحن هم يا و او كان كانت يكون هل كيف متى متي اين وين لماذا ليش كم اي كل بعض شي شيء حاجه
قبل بعد عند عندي لي لك له لها كنت اليوم يوم يومين ايام اسبوع اسبوعين اسابيع شهر ساعه ساعات ساعتين الليله ليل ليله صباح صبح مساء امس مبارح غدا بكرا بكره بكرة وجه وجهي بشره بشرتي جلد جلدي دكتور دكتوره عياده جلسه الجلسه شكرا مرحبا السلام عليكم لو سمحت
اقدر استطيع ممكن يمكن يمكنني ينفع يجوز اريد ابغي ابغى بدي عايزه عايز اذا ان اني لان بس فقط الان هلا دلوقتي لسه كمان ايضا جدا شوي قليل اول ثاني مره حفله عرس شغل بيت وخز ديرمابن ميكرونيدلنج ابر استخدم استخدام استعمال استعمل اخذ اتناول اشرب اكل البس اغسل انام امشي اطلع اخرج ارجع اسبح اتمشي عايزه حابه حابب نفسي لازم ضروري عشان علشان منشان بشان يعني طيب طب اوكي تمام ليله بالليل النهار نهار الصبح العصر المغرب خطوبه خطوبتي عرس زواج فرح مناسبه صديقتي اختي امي ماما زوجي الدكتور الدكتوره قالت قال سؤال عندكم ممكنه احسن افضل مباشره سويت سويته عملته عملتها اسويها مسويه حق تبع بعدها قبلها منها فيها فيه عليه عليها اليها
احط اضع حط وضع اروح اعمل عملت سويت اسوي
`)

/** Words that are a slip of none of our names, and that may well change an answer. */
const OTHER_WORDS: readonly string[] = tokensOf(`
not out boy man new large never plant point spell study place think water world write against wet dry warm cool cold hot high low fast heavy hard
strong empty clean dirty fresh free busy happy sad scared afraid doing stops stopped weird child kids baby daughter son uncle
boss dinner lunch breakfast food tea coffee juice milk bread chicken pizza burger rice egg eggs fruit salad chocolate sugar cake soup spicy phone call
text email message open close front side top bottom red blue green white black brown dark bright pink colour color size shape tall wide number part
whole half room table chair door window floor wall paper photo video tv computer laptop internet answer speak talk alone card word jump
team game match play playing player train trains trained dog cat car bus plane road street city town country money
price cost cheap buy sell shop store market bank book film movie song music show news weather rain snow wind summer winter
spring autumn capital president king queen france tower power lower flower towers height london paris homework mortgage kidney
donate vote ware wen castor snores history science maths english spanish urdu arabic language
bond band bend land hand hands foot feet head hair eyes mouth arm arms leg legs heart cook cooking reading writing drive walk
agua comida cena hijo hija sin no nahi nahin نہیں پانی ما لا لم لن sanando menudo
`)

/** None of these is a slip of a subject's name, and none says which product it is. */
export const COMMON_WORDS: readonly string[] = [...FILLER_WORDS, ...OTHER_WORDS]
