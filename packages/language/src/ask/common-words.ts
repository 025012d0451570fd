import { tokensOf } from '../words/fold.ts'

/**
 * Words that a message is made of and that change no answer: who asks, how politely, when, of which part of the face, what
 * the day brings. A word that is neither of these nor understood may change it, and keeps a `yes` back.
 */
export const FILLER_WORDS: readonly string[] = tokensOf(`
2day 2moro 2nite a aaj aap ab abajo abeg abhi able about abt abuela accha according account acha ache achy actually
ademas admit advice advisable advise advised aesthetician af afford after aftercare afternoon again agar age ago agree
agreed ah ahora ahorita aik airport al algo alguien algun alguna all alla alli allowed almohada almost along already
alright also altho although always am amazing amazon amiga amigas amigo amigos ammi amount amplio an and anda
anniversary annoying anoche another ans antes any anymore anyone anything anytime anyway anywhere aoa ap aplicar
aplicarme apna apne apni app applied applies apply applying appointment appreciate approx approximately aqui aram are
area areas arent around arriba as asap asda ashamed asi ask asked asking assume at attend attending attractive aun
aunque aunty aur available aware away awesome ayer b b4 ba baad baat back backwards bad badly bag bahut balanced barat
bare bas based basic basica basically basico basin bataen batao batayen bathroom bautizo bazar bc be beach beautician
beautiful because bed bedtime been before begin beginning behen behind being believe belong besides best bestie better
between beyond bf bhabhi bhai bhi bht bien big bilkul birthday bit bits biwi blame bland blend block boda bohat bohot
boots bored boring borrow both bottle bought bout boyfriend brand bride bridesmaid brim bring bro broad brother brunch
btao btw buena buenas bueno bus but by bye cabeza cairo called calm calmar calming came can cannot cant cap capsule
capsules cara care careful casa catch caught cena ceremony certain chaar chahie chahiye chala chamba champu chance
change changed char che check checking cheek cheeks chehra chehre chemist chin choice choose christmas chuck chukay
church chutti cinco cinema circumstances class classes cld cleanse clear clinic clinica cloth clothes cloudy colleague
colleagues college come comedogenic comfortable coming commute como complete completely compre computer comun con
concert confused connection consider consulta contact continue copy correctly cos cosa cosas could couldnt couldve
couple course cousin cousins cover covered crazy cream creamy crema crowd cual cuando cuanta cuantas cuanto cuantos
cuatro cuidado cuidados cumple cumpleanos curious currently cute cuz cvs d dab dabbing dad daft daily damp dance dar
daraz darme date dawat day days de deal debajo decide decided def deffo defo dejar del dena dentro depends derm
dermapen dermatologist desde desk desperate despues details di dia diaria diario dias dice dicen did didnt diet
difference different difficult dijeron dijo din dinon directly discomfort disculpe disgusting do dobara doc doctor
doctora does doesnt doing domingo donde done dont dopahar dos dost doubt down dr dream dried drink drinking drinks
drive driving drops drugstore dry dubai duda due duermo dumb dun during dying e each early easy eat eating ebay echar
echarme eid eight either ek el elevated else embarrassed empezar en encima end enjoy enough entire entonces entre eres
erm errands es esa ese eso especially espectro espera espero esposo esta estan estas este esthetician esto estos estoy
even evening event evento eventually ever every everyone everything everywhere exactly exam exams excellent excited
excuse expensive experience experienced explain explained face faces facial fact factor fair fall familia familiar
family fancy farmacia fatal father fatiga favor favorite favourite feel feeling feels felt festival few fiesta fifth
filtered fin final finally find finde fine fingers fingertips finish finished first fit five fixed flat for forehead
forget foto fotos found four fourth fpm fragancia fragrance free friday fridge friend friendly friends from fuera full
function gains gande garden gave gaya gaye gayi gd gel general generally generic generous gentle gently get gets
getting ghanta ghante ghar gift girl girlfriend give given gives go goes going gone gonna good google gorra got gotta
gotten gp grab gracias graduation granny grateful grave greasy great groceries gross grossed gud guess guest guy guys
gym ha haan haath hace hacer hacerme had hafta hafte hafton hago hai hain hair hala han handbag handle happen happened
happening happens has hasnt hasta hat hate hav have havent having hay he head headache headaches heading healed
healing hear heard hello help helps hen her here hermana hers hey hi hice hicieron hidratacion hidratante hijas him
his hiya hizo hmm hn ho hoga hogaye hogayi hogi hogya hogye hojaye hola holiday hols home honest honestly hoon hop
hope hopefully hora horas horhi horrible hospital hosting hota hoti hour hours house how hows hoy hoya hr hrs hu hua
huay hubby huge hui hum humeda humein hun hungry hurry husband huwa hv hy hydrated hydrating hydration hypoallergenic
i id idea ideally idk if igual ill im imagine immediately impatient important impossible in including indoors inside
insta instagram instantly instead instruction instructions interest interested interesting interview into invite
invited ir is ish isko isnt ispe issue istemal it itll itna itni its itself ive ja jaa jab jaise jaja jaldi jana jao
jar jaun jaw jaye jayega jb jeje jel ji job join joy jueves jug just k ka kaam kab kahan kaise kal kar karachi karane
karna karo karoon karte karun karwa karwai karwane karwaya karwayi kaun kay ke keep keeping keeps kept ki kia kind
kinda kis kisi kitna kitne kitni kiya kiye knew know knowledge knows ko koi kr krdia krna krwa krwaya kuch kuchh ky
kya kyun la laburo ladies lady lag laga lagana lagaoon lagaun lagaya lagayi lagwana lagwayi lahore landed lang las
last late lately later laugh lavar lavarme layer layers lazy le leaflet learn leave leaving lectures leeds left lekin
lena less lesson let lets lga lgana lia library lidl life ligera ligero light lightly lightweight like liked likely
lil link list listen literally liters litre litres litros little live lived living liya liye lo load loads locion log
lol london long longer look looked looking looks loon los lot lotion lots love lovely lu luck luego lun lunch lunes m
ma maam mad madam made madrid magar mahina mahine mai main make makes makeupless mal mall mam mama man manana mangwai
manos many manzana marido market martes mas massive mat mate mates matlab matter mattress may maybe me meal meals mean
means meet meeting mehndi mehrbani mein mejor men mention mentioned mera mere meri mes mexico mg mi microagujas
microneedled microneedling middle midnight mientras miercoles might mild milky milligrams min mind mine minging mins
minute minutes mira mis misma mismo missed mistake mjhe mm mn moisture moisturising moisturizing molesta molestia mom
moment momento monday money month months monton more morning mosque most mother move much mucha mucho muh muje mujhe
mum munh must muy my myself n na nada nah naked naman name nan nap nariz naturally nay near nearly necesito necessary
neck need needed needled needling needs nephew nervous never next ng ni nice niece night nightshift nine ningun
ninguna nite no noche nomas non noncomedogenic noon nope nor normal normalita normally normalmente nos nose nothing
notice noto nourishing novio now nowadays nueva nuevo nurse o obvious obvs occasion ocho of off offer office oficina
often oga oh ointment ok okay old olor omg on once one ones online only onto op opinion opo or ordenador other
otherwise otra otro ought our ourselves out outdoors outside over owe own oye pa paanch paas page pantalla paper par
para paranoid parched parents park parque parso parte partner party pasa pasada pasado pasar pasaron paso pasos pass
pastilla pastillas pat pata patient patting pavement pe pea pehen pehle pehn people per perfume perhaps pero person
personal personally pharmacy phir photos physical picking picture pictures piel pill pillow pillows pills places plain
plan planned planning plans please pleased plenty pls plz plzz po poca poco podria poner ponerme pongo poor pop
popular poquito por porfa porfavor porque position positive possible post pq pr practice practitioner prayers prefer
pregunta prepared presentation pretend pretty prima primer primera primo prob probably problem probs procedure product
professional project prom promise promised pronto proper properly propped provider proxima proximo publico puede puedo
pues puesta puesto pump pura pure puro purse put puts putting q que quedar quedo queria question questions quick
quickly quien quiero quisiera quite quizas r raat raha rahe rahega rahegi rahi rakha rakhi reach read ready real
really reapply reapplying reason recent recently receptionist recommend recommended recommends record recovered
recovering reddit regalaron regular relax remember remind repair repairing repeat reply report research rest
restaurant resume return reunion rich right rinse rinsing riyadh rn romeria rostro roughly round roz rozana rutina sa
sab sabado sabe saber sada safe safety sahiba sai said sakay sakta sakte sakti sakty salad salir salon same sath
saturday save saw sawal say saying says schedule school se seafront season seca secar second section see seeing seem
seems seen segunda segundo seguro seis semana semanas seminar senior sephora ser serious seriously serum sesion
session sessions seven several shaam shade shadi shall shame shampoo shayad she sheet shift shld shohar shop shopping
shops short should shouldnt shouldve show shuru si siempre siete silly simple since sink sir sirve sister sisters sit
sitting situation six sized skin skincare skta skti slap slightly slow slowly small so sobre social soft solo sombra
sombrero some someone something sometimes somewhere soon soothing sorry sort sorta sound soy space sparkling special
spectrum speech spend spf splash stand start started starting starts stay staying steps stick still stir straight
straightaway strange stroll strolling student students stuff stupid su suave subah success such suddenly suero sunday
sunhat sunny super supermarket support suppose supposed sure surprise surprised sus swears tab tablet tablets tak take
takes taking tal tambien tan tanto tap tarde target tb tbh te tea teach teacher teaching teen tell temple temprano
tempted ten tengo tercer tercera tesco tha than thand thank thanks that thats thay the theek their thek them then
therapist there these they theyll theyre theyve thi thick thik thin thing things think thinking thinner third this tho
thora thori those though thought thoughts three through thru thursday thx tibia tibio tiene tiktok till time times
tipo tired titanium tk tmr tmrow tmrw to toalla toda todavia today todo todos together toh told tom tomar tomorrow
tomoz tonight tonta too took total totally tou towel trabajo traigo tratamiento travel treated treatment treatments
tres tried trip trouble true trust truth try trying tu tub tube tuesday turn turned tus twice two ty typical typically
u uh ultima ultimo um umbrella un una unas under understand understood unfortunately uni university uno unos unscented
unsure until up ur us usar usarlo use used uses using usko uso usual usually va vacation vale vamos van vaso vasos veg
vegetables veggies veo ver vera version very vez vi vieja viernes visit voice volver voy waise wait waited waiting
wala wale walgreens wali walima wall walmart wanna want wanted wants warning was wash washed washing wasnt wat watch
water waters way we wear wearing wears website wedding wednesday wee week weekend weeks welcome well wen went were
weve what whatever whats when whenever whens where wheres wherever which while whn who whos whose why wide wife wifey
will window wipe wish with without wld wo woh woman women wonder wonderful wondering wont wore work works worried
worth wot would wouldnt wouldve wrong wud xfa xq y ya yaar yar yay ye yeah year years yeh yep yes yesterday yet you
youll young younger your youre youtube youve zaroor zaroori zero zinc zoom آج آٹھ آپ آہستہ اب ابر ابغي ابھی اتمشي اتنا
اتناول احسن احط اختي اخذ اخرج اذا ارجع اروح اريد اس اسابيع اسبح اسبوع اسبوعين استخدام استخدم استطيع استعمال استعمل
اسوي اسويها اشرب اضع اطلع اعمل اغسل افضل اقدر اكل الان البس الجامعه السلام العصر الليله المغرب النهار النهارده الى
اليها اليوم امس امشي امی ان انا انام انت اني او اور اوكي اول اي ايام ايضا اين اپنا اپنی اگر ایک بات باجي بالکل باهر
بتاؤ بتائیں بدي براہ بس بسيط بشان بشرتي بشره بعد بعدها بعض بقالي بكرا بكره بيت بھائی بھی بہت بہن تب تبع تقریب تلات تلك
تمام تو تک تھا تھوڑا تھوڑی تھی تین ثاني ثلاث جا جاؤں جانا جب جدا جل جلد جلدي جلسه جی جیسے حابب حابه حاجه حط حفله حق
خدودي خطوبتي خطوبه دعوت دكتور دكتوره دلوقتي دن دنوں دو دوبارہ دوست دوسرا ديرمابن دیر ذلك رات رايحه رفيقتي روز ريحه رہا
رہی زواج زوجي زين سؤال سا سات سادہ ساعات ساعتين ساعه ستي سمحت سويت سويته سکتا سکتی سیشن سے شادی شام شاید شروع شغل شكرا
شهر شوي شويه شي شيء صاحبتي صاحبه صار صارلي صباح صبح صديقتي صرلي ضروري طب طيب عايز عايزه عدا عدي عرس عشان علاج علشان
على عليكم عليه عليها عملت عملته عملتها عن عند عندكم عندي عوجهي عياده غدا فرح فقط في فيه فيها قال قالت قبل قبلها قليل
كان كانت كتير كريم كم كمان كنت كيف لازم لان لسه لفرح لك لماذا له لها لو لوں ليش ليل لگا لگاؤں لگانا لینا لیکن لے ماما
مبارح مباشره متى مجھے مر مرحبا مره مساء مسوي مسويه مع ممكن ممكنه من مناسبه منشان منها منہ ميكرونيدلنج مہربانی مہندی
مہینہ مہینے میرا میری میں نحن نفسي نہانا هاد هاي هذا هذه هل هلا هم و والا والی وايد وجه وجهي وخز وشي وضع ولیمہ وين وہ
يجوز يعني يكون يمكن يمكنني ينفع يوم يومين ٹھیک پانچ پتا پتہ پر پھر پہلا پہلے چار چاہتا چاہتی چاہوں چھ چہرہ چہرے ڈاکٹر
کا کام کب کر کرایا کرنا کرنے کروائی کروایا کروں کس کسی کل کلینک کو کون کچھ کہاں کی کیا کیسے کیوں گئی گزر گي گھر گھنٹے
گیا ہاں ہفتہ ہفتے ہلکا ہو ہوئی ہوا ہوگا ہوں ہیں ہے یا یہ
`)

/** Words that are a slip of none of our names, and that may well change an answer. */
const OTHER_WORDS: readonly string[] = tokensOf(`
afraid against agua alone answer arabic arm arms autumn baby band bank bend black blue bond book boss bottom boy bread
breakfast bright brown burger busy buy cake call capital car card castor cat chair cheap chicken child chocolate city
clean close coffee cold color colour comida cook cooking cool cost country dark daughter dinner dirty dog donate door
egg eggs email empty english eyes fast feet film floor flower food foot france fresh front fruit game green half hand
hands happy hard heart heavy height high hija hijo history homework hot internet juice jump kidney kids king land
language laptop large leg legs low lower match maths menudo message milk mortgage mouth movie music nahi nahin new
news not number open paris part phone photo pink pizza place plane plant play player playing point power president
price queen rain reading red rice road room sad sanando scared science sell shape side sin size snores snow son song
soup spanish speak spell spicy spring stopped stops store street strong study sugar summer table talk tall team text
top tower towers town train trained trains tv uncle urdu video vote walk ware warm weather weird wet white whole wind
winter word world write writing لا لم لن ما نہیں پانی
`)

/** None of these is a slip of a subject's name, and none says which product it is. */
export const COMMON_WORDS: readonly string[] = [...FILLER_WORDS, ...OTHER_WORDS]
