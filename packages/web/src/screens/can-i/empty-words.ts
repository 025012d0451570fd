/** Words that questions are made of and that name nothing. What people ask about is never among them. */
const ENGLISH =
  'a after again allowed am an and any are at back be before by can could did do does for from get go had has have how i if in is it just long may me my now of ok okay on or please put safe should so soon still than that the then there this to today tomorrow tonight use using want was wear what when where will with would yet'

const SPANISH =
  'a ahora al algo antes aún casa como con cuando cuándo cuanto cuánto de debo del desde después el en es esta está este esto fue ha hacer haga hago hasta hay hoy ir la las lo los luego mañana me mi mis o para poder poner ponerme podré podría por puede puedes puedo que qué se si sí sin sobre su tengo tiempo todavía tras u un una unas unos usar voy y ya yo'

const ARABIC =
  'أحط أستخدم أستعمل أستطيع أعمل أقدر الآن اذا ان او ايش اروح ايه اي ب بدي بعد بعدين بقدر تاني ثم حق ده دي ديه راح شو شي عادي عايز عايزة عشان على عن عند غدا فين في فيني قبل كام كم كيف لا لازم لكن لو ليش ليه ما متى مع ممكن من مو مش هذا هذه هل هو هي و وش ينفع يجوز يصح يمكن يمكنني اليوم بكرة بكرا حتى اقدر ينفعش إلى كان'

const URDU =
  'اب ابھی اس اسے اگر ان اور ایک بعد بھی پر پہلے تو تک تھا تھی جا جاؤں جب جی چاہیے دن رہا رہی سکتا سکتی سکتے سے کا کب کتنا کتنے کر کرنا کرنے کروں کرسکتی کی کیا کیسے کے کو کوئی لگا لگانا لگاؤں میرا میری میرے میں مجھے نہ نہیں نے ہم ہو ہوں ہونا ہیں ہے یا یہ آج آپ کل'

/** Urdu as it is typed in Latin letters. */
const ROMAN_URDU =
  'aaj ab abhi aur baad bhi hai hain ho hoga hoon hun ja jana kab kaise kar karna karne karun ke ki ko ka kya kal laga lagana main mai mein mera meri mujhe na nahi nahin pehle sakta sakte sakti se tak to wo ya yeh'

export const EMPTY_WORDS: readonly string[] = [ENGLISH, SPANISH, ARABIC, URDU, ROMAN_URDU].flatMap(
  (words) => words.split(' '),
)
