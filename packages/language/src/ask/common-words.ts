import { tokensOf } from '../words/fold.ts'

/** Words that every message is made of: none is a slip of a subject's name, and none says which product it is. */
export const COMMON_WORDS: readonly string[] = tokensOf(`
the and for are but not you all any can had her was one our out day get has him his how man new now old see two way who
boy did its let put say she too use that with have this will your from they know want been good much some time very when
come here just like long make many more only over such take than them well were what about after again could every first
found great house large learn never other place plant point right small sound spell still study their there these thing
think three water where which world would write people before though through because between another without against
during always already maybe really quite also even ever else then than into onto upon under until while since both each few
most own same than does doing done going gone went want wants wanted need needs needed please thanks thank hello hey hi
hiya guys doctor clinic nurse skin face cheeks neck forehead chin nose body treatment session appointment microneedling
needling derma dermapen pen roller got gets getting give given make makes made keep keeps kept leave left look looks
looking feel feels feeling felt start starts started stop stops stopped wait waiting okay alright sure safe fine best better
worse bad little light lightly quick quickly plain basic simple regular usual normal gentle soft mild heavy hard strong
tonight today tomorrow yesterday morning week month year hour minute later soon early late weekend holiday birthday wedding
party friend friends family husband wife mum mom kids baby child daughter son sister brother boss work home house office
using used wear wearing wore apply applying applied putting taking took having food dinner lunch breakfast tea coffee juice
milk bread chicken pizza burger rice egg eggs fruit salad chocolate sugar cake soup spicy phone call text email message
question questions answer help asking ask told said says tell talk speak bit lot lots kind sort stuff things something
anything nothing everything someone anyone everyone somewhere anywhere around near close open down back front side left
top bottom inside outside red blue green white black brown dark bright pink colour color size shape long short tall wide
number part whole half full empty clean dirty fresh dry wet warm cool cold hot high low fast slow easy free busy ready happy
sad sorry scared afraid love hate hope wish guess mean means meant might must shall should cant dont wont didnt doesnt isnt
arent wasnt im ive id youre theyre thats whats lets gonna wanna gotta lol omg pls plz thx btw tbh idk ur u r ok yes no yeah
nope yep team game match play playing player train trains trained dog cat car bus plane road street city town country money
price cost cheap buy sell shop store market bank book film movie song music show news weather rain snow wind summer winter
spring autumn capital president king queen France tower power lower flower towers tall height London Paris coffee milk juice homework mortgage kidney donate vote ware wen castor snores coffee spicy history science maths english spanish urdu arabic language
bond band bend land hand hands foot feet head hair eyes mouth arm arms leg legs heart cook cooking read reading writing
drive walk talk room table chair door window floor wall paper photo photos picture video tv computer laptop internet
que como para por con una uno los las del mis sus este esta esto eso esa ese muy mas pero cuando donde quien cual porque
hola gracias favor piel cara dia dias semana despues antes ahora hoy ayer noche tarde manana hacer hago usar uso poner
puedo puede quiero necesito tengo tiene estoy esta soy eres bien mal bueno buena malo todo toda nada algo alguien mucho poco
el la lo le me te se nos si no ya aun todavia sobre entre hasta desde sin casa trabajo agua comida cena hijo hija amigo
hai hain ho hoon hun tha thi the ka ki ke ko se mein main mera meri mere aap ap apna kya kia kyun kaise kab kahan kaun
nahi nahin haan han ji aur ya lekin magar agar to bhi hi bas ab abhi kal aaj raat din subah shaam karna kar karun karoon
karo karte kiya kiye kr krna krdia sakta sakti sakte raha rahi rahe gaya gayi gaye jana jao jaun lagana laga lagaya lagi
skin chehra chehre munh baat kaam ghar log sab kuch bohat bahut thora accha acha theek thik please doctor clinic wala wali
ہے ہیں ہو ہوں تھا تھی تھے کا کی کے کو سے میں میرا میری میرے آپ اپنا کیا کیوں کیسے کب کہاں کون نہیں ہاں جی اور یا لیکن اگر تو
بھی ہی بس اب ابھی کل آج رات دن صبح شام کرنا کر کروں سکتا سکتی سکتے رہا رہی رہے گیا گئی گئے جانا لگانا لگا جلد چہرہ بات کام گھر
في من على الى عن مع هذا هذه ذلك تلك هو هي انا انت نحن هم ما لا لم لن ان كان كانت يكون هل كيف متى اين لماذا كم اي كل بعض
قبل بعد عند عندي لي لك له لها كنت اليوم امس غدا بكرا وجه وجهي بشره بشرتي جلد جلدي دكتور عياده جلسه شكرا مرحبا السلام عليكم
`)
