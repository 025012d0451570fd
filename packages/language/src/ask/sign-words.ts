import type { Sign } from '@afterglow/engine'
import { wordList } from '../words/word-list.ts'

/** How people say that something is wrong: all groups of a row must be said, each by any of its words. */
export interface SignRow {
  readonly sign: Sign
  readonly groups: readonly (readonly string[])[]
  /** The words themselves say how strong it is. */
  readonly isSevere: boolean
}

/**
 * One row a line: `sign: group + group`, a group being words of which any one will do. `swell*` is a beginning,
 * `short_of_breath` a phrase, `sign!` a form that is severe by itself. The groups of an alarm may stand anywhere in a
 * message, in any order: more words never take an alarm away. A word may stand in two rows where it tells of two signs:
 * `sepsis` is pus and illness together, an emergency.
 */
const ALARMS = `
bleeding: bleeding|bleeds|bleed|sangra|sangrando|sangrado|sangre|khoon_nikal*|khoon_aa|khoon_beh*|khoon_a|khun_nikal*|khun_aa|نزيف|ينزف|تنزف|نزف|خون_نکل*|خون_بہ*|خون_آ*|blood_coming|blood_is|oozing_blood|دم_ينزل|ينزل_دم|يطلع_دم
bleeding!: bleeding_isnt_slowing|uncontrolled_bleed*|uncontrollable_bleed*|bleeding_uncontroll*|bleeding_is_uncontroll*|bleeding_out_of_control|bleeding_is_not_slowing|keeps_coming_through|spurting|ما_وقف|الدم_ما|keep_bleeding|hemorrhag*|haemorrhag*|hemorrag*|soaked_through|wont_clot|blood_running|running_down|covered_in_blood|sangrado_abundante|خون_رکتا_نہیں|khoon_rukta_nahi|نزيف_قوي
bleeding!: bleed*|الدم|blood|bloody|sangr*|khoon|khun|خون|نزيف|دم|ينزف|نزف*|تنزف|sangre + مسلسل|musalsal|تھم*|tham*|hours|pressing|pressure|unstoppable|kept|all_over|horas|ghante|گھنٹ*|wont_stop|not_stop*|dont_stop|cant_stop|isnt_stopping|hasnt_stopped|will_not|never_stop*|nonstop|non_stop|heavy|heavily|lots|alot|a_lot|pouring|gush*|tissue*|towel*|مو_راضي*|soak*|no_para|no_deja|no_se_detiene|mucho|mucha|ruk_nahi|nahi_ruk*|nahin_ruk*|band_nahi|nahi_band|bahut|bohat|bohot|نہیں_رک*|رک_نہیں|بند_نہیں|بہت|لا_يتوقف|ما_يوقف|ما_وقف|لم_يتوقف|مش_راضي|مستمر|شديد|غزير|كثير|بغزاره|squirt*|spurt*|keeps|dripping|streaming|flowing|everywhere|losing|lost|loads|pool*|chorro*
bleeding!: bleeding|bleeds|bled|bleed|sangrando|sangra|sangrar|sangrado|sangre|khoon|khun|خون|نزيف|ينزف|تنزف|نزف*|دم_ينزل|ينزل_دم|دم_يطلع + still|since|all_night|all_day|overnight|yesterday|last_night|ages|hour|minutes|mins|hrs|constant*|continu*|keeps|everywhere|dripp*|stream*|flowing|trickl*|through|towel*|pillow*|tissue*|sigue|siguen|todavia|toda_la_noche|todo_el_dia|desde|ayer|minutos|abhi_tak|ab_tak|abhi_bhi|raat_bhar|saari_raat|raat_se|kal_se|subah_se|lagatar|ابھی_تک|اب_تک|ابھی_بھی|رات_بھر|ساری_رات|رات_سے|کل_سے|صبح_سے|لگاتار|ما_زال*|مازال*|لا_يزال|لسا|لسه|للحين|للان|من_امس|مبارح|طول_الليل|ساعات|ساعه|دقيق*|باستمرار
breathing-difficulty: breathing_through_a_straw|fighting_for_air|fighting_for_breath|air_hunger|hungry_for_air|hardly_any_air|work_to_breath*|working_to_breath*|sit_up_to_breathe|no_me_entra|through_treacle|out_of_breath|struggling_for_air|falta_el_aliento|cierra_la_garganta|throat_feels_narrow|throat_narrow|throat_is_closing|lips_turned_blue|lips_are_blue|blue_lips|lips_blue|labios_morados|hont_neelay|شفايفي_زرقا|need_an_ambulance|call_an_ambulance|should_i_go_to_a_e|ir_a_urgencias|ضيق_نفس|اختناق|اختنق|breathless*|wheez*|gasp*|suffocat*|asfixi*|ahogo|ahogando|choking|dam_ghut*|دم_گھٹ*|falta_de_aire|falta_el_aire|airways|anaphyla*|anafila*|كتمه|no_air|not_getting_air|gasping|stridor|gagging|airless|enough_air|lungful|get_air|get_any_air|need_air|short_of_air|panting|chok*|drool*|food_wont|water_wont|food_gets_stuck|sin_aire|sin_aliento|jade*|sofoc*|ahog*|مخنوق*|انخنق*|خنق*|انكتم*|مكتوم*|الهث|fight_for_air|fight_for_breath|gulping_for_air|gulping_air|starved_of_air|starved_of_oxygen|any_air|air_in|winded|puffed_out|out_of_puff|huffing_and_puffing|cant_inhale|breathing_is_bad|breathing_feels_bad|breathing_feels_off|breathing_is_off|breathing_isnt|breathing_is_not|like_drowning|im_drowning|windpipe|airway|throat_feels_funny|throat_feels_weird|throat_feels_strange|throat_feels_odd|lump_in_throat|lump_in_the_throat|no_me_entra_aire|no_me_entra_el_aire|no_me_llega_aire|no_me_llega_el_aire|hambre_de_aire|no_respir*|sibilancia*|silbidos_en_el_pecho|silbido_en_el_pecho|pitos_en_el_pecho|me_silba_el_pecho|ما_في_هوا|ما_في_هواء|ما_يدخل_هوا|صفير|ہوا_نہیں_مل*|ہوا_نہیں_آ*|hawa_nahi_mil*|hawa_nahi_aa*|hawa_nahin_mil*|بالعافيه_بتنفس|بالعافيه_اتنفس
breathing-difficulty: breath*|breth*|saans|sans|saas|سانس|respir*|نفسي|نفس + cant|cannot|hardly|scarcely|impossible|rapid|rapidly|quickly|apenas|بالكاد|بصعوب*|bamushkil|بمشکل|not|hard|harder|difficult*|dificil|dificultad|trouble|struggl*|short|shortness|problem*|tight|barely|unable|puedo|cuesta|falta|mushkil|nahi|nahin|takleef|taklif|tang|phool*|ruk*|مشکل|نہیں|تکلیف|رک|رکتی|پھول*|تنگ|weird|catch|heavy|dikkat|دقت|ahog*|تیز|tez|dushwari|dushwaar*|دشوار*|masla|مسئلہ|اکھڑ*|ukhar*|labored|laboured|shallow|noisy|restrict*|struggling|fast|funny|enough|painful|hurts|hurt|strange|wrong|rough|whistl*|rattl*|worse|losing|wont|couldnt|agitad*|trabajo|atak*|اٹک*|ghut*|گھٹ*|band|بند|کم|kam|قصير|ثقيل|انقطع*|بالقوه|مش_قادر|مو_قادر|ما_اقدر|cnt|carnt|effort|casi|logro|batall*|luch*|pitos|silb*|esfuerzo|bamushkal|diqqat|diqat
breathing-difficulty: تنفس*|التنفس|اتنفس|نفسي|بتنفس + صعوب*|بالكاد|بصعوب*|صعب|ضيق*|لا|مش|ما|مو|مقطوع|يادوب|يا_دوب|كافح*|اكافح|بكافح|للتنفس
breathing-difficulty: swallow*|halaq_se_neeche|tragar|nigal*|نگل*|بلع*|ابلع|swalow*|trago|nigl*|my_spit|my_saliva|mi_saliva|ريقي + دشواری|hardly|scarcely|impossible|apenas|بالكاد|بصعوب*|bamushkil|بمشکل|hurts|painful|struggl*|barely|cant|cannot|hard|trouble|difficult*|unable|puedo|cuesta|dificultad|mushkil|nahi|مشکل|نہیں|لا|صعوب*|صعب|hurt|wont|couldnt|not|pain|duele|dolor|takleef|taklif|تکلیف|درد|dard|problem|wrong|stuck|الم|ما|مش|مو|agony|cnt|carnt|casi|logro|يادوب|يا_دوب|diqqat|diqat
chest-pain: chest|pecho|seena|seene|sine|سینے|سینہ|صدري|صدر|chati|chhati|چھاتی + pain|pains|hurts|hurt|hurting|tight|tightness|pressure|dolor|duele|opresion|presion|dard|درد|الم|ضغط|ضيق|وجع|feels_heavy|is_heavy|heaviness|squash*|weight|بوجھ|bojh|weight_on|elephant|crush*|squeez*|stabb*|ache|aches|aching|discomfort|apriet*|pesad*|bhari|bhaari|dabao|بھاری|دباؤ|جکڑ*|jakar*|ثقل|ثقيل|يوجع*|يولم*|ضاغط|نغز*|takleef|تکلیف
chest-pain: heart_attack|infarto|dil_ka_daura|دل_کا_دورہ|ازمه_قلبيه|جلطه_قلبيه
clammy-skin: clammy|cold_sweat|cold_sweats|sudor_frio|sudores_frios|thanda_paseena|thanday_paseenay|عرق_بارد|ٹھنڈا_پسینہ|ٹھنڈے_پسینے|sweaty_and_pale|pale_and_sweaty|cold_and_sweaty|shaky_and_sweaty
confusion: unresponsive|cant_keep_my_eyes_open|apenas_puedo_hablar|casi_no_puedo_hablar|wont_wake_up|cant_stay_awake|gibberish|delirando|hosh_mein_nahi|slurr*|disorient*|delirious|feel_confused|feeling_confused|confused_and|suddenly_confused|confundida_y|confundido_y|desorientad*|hard_to_wake|cant_speak|cant_talk|هذيان|تلعثم|بہکی|زبان_لڑکھڑا*|بولا_نہیں|bola_nahi|zuban_larkhara*|بولنے_میں|bolne_mein|speech_is|hard_to_speak|hard_to_talk|not_making_sense|talking_nonsense|الٹی_سیدھی|باتیں_الٹی|کچھ_سمجھ_نہیں|ulti_seedhi|ulti_sidhi|kuch_samajh_nahi|habla_raro|no_sabe_donde_esta|doesnt_know_where|dont_know_where_i_am|acting_confused|really_confused|ما_عم_يفهم|مو_فاهم_شي|seems_confused|shes_confused|hes_confused|is_confused|gone_confused|got_confused|disorientated|out_of_it|cant_think_straight|dazed|in_a_daze|hallucinat*|talking_funny|speaking_funny|talking_weird|dont_know_who|dont_know_where_im|no_se_donde_estoy|desvari*|hosh_nahi|ہوش_نہیں|behki|حواس|pata_nahi_kahan|پتہ_نہیں_کہاں|مخربط*|ما_اعرف_وين|ما_ادري_وين|يخرف|يهذي|لساني_ثقيل|كلامي_ثقيل|trouble_speaking|trouble_talking|difficulty_speaking|difficulty_talking|problems_speaking|problem_speaking|cant_get_my_words_out|cant_get_words_out|cant_get_the_words_out|no_puedo_hablar|apenas_hablo|no_logro_hablar|me_cuesta_hablar|dificultad_para_hablar|dificultad_al_hablar|لا_استطيع_الكلام|لا_استطيع_التكلم|لا_استطيع_ان_اتكلم|ما_اقدر_اتكلم|ما_اقدر_احكي|ما_بقدر_احكي|مو_قادر_اتكلم|مو_قادر_احكي|مش_قادر_اتكلم|مش_قادر_احكي|مو_قادره_اتكلم|مو_قادره_احكي|مش_قادره_اتكلم|مش_قادره_احكي|بالكاد_اتكلم|بالكاد_احكي|صعوبه_في_الكلام|صعوبه_بالكلام|صعوبه_في_النطق|بول_نہیں_سک*|بول_نہیں_پا*|بولنا_مشکل|بمشکل_بول|مشکل_سے_بول|bol_nahi_sak*|bol_nahi_pa*|bol_nahin_sak*|bolna_mushkil|bamushkil_bol|mushkil_se_bol
facial-swelling: eyes_nearly_shut|eye_nearly_shut|tongue_is_getting_fat|cant_swollow|cant_swallow|swollen_shut|swelled_shut|puffed_up|ballooned|like_a_balloon|barely_open_my_eye*|hardly_open_my_eye*|tongue_feels_big|throat_feels_full|throat_itches|lump_in_my_throat|como_globo|angioedema|elephant_man
facial-swelling: throat|garganta|gala|gale|halaq|halq|گلا|گلے|حلق*|حنجره|uvula|campanilla|بلعوم* + وارم*|انسد*|مسدود*|يقفل|مقفل*|قفل|يسكر|clos*|tight*|swell*|swoll*|cerr*|apret*|hinch*|inflam*|band|sooj*|suj*|soj*|بند|سوج*|tang|تنگ|تورم*|متورم*|ورم*|انتفاخ|منتفخ*|ضيق*|يغلق|constrict*|narrow*|block*|shut*|squeez*|thick*|ghut*|گھٹ*|ضاق*|اختن*|سكر*|sitting_on
facial-swelling: mouth|boca|hont|honth|@soft + swell*|swoll*|balloon*|hinch*|inflam*|sooj*|suj*|soj*|سوج*|ورم*|تورم*|متورم*|وارم*|انتفاخ|منتفخ*|انتفخ*|huge|massive|enormous|giant|fat_lip|is_fat|are_fat|gone_fat|is_thick|feels_thick|gone_thick|too_big|so_big|wont_open|slits|cant_open|almost_shut|half_shut|is_shut|are_shut|is_closed|closed_up|puffed|grandes|gorda|mota_ho*|moti_ho*|mote_ho*|موٹ*|band_ho*|بند_ہو*|كبرت|كبر|مغلق*|مسكر*|سكرت
facial-swelling: face|facial|cara|rostro|chehra|chehre|munh|muh|chehry|وجهي|وجه|forehead|cheek*|frente|mejilla*|cachete*|maatha|matha|gaal|جبيني|خدي|خدودي|ماتھا|گال|چہرہ|چہرے|منہ + swell*|swoll*|hinch*|sooj*|suj*|soj*|سوج*|ورم*|تورم*|متورم*|وارم*|انتفاخ|منتفخ*|انتفخ*|balloon*
facial-swelling: @soft|face|cheek*|jaw|nose|cara|cachete*|mejilla*|chehra|chehre|munh|gaal|وجهي|خدي|چہرہ|چہرے|گال + sausage*|balloon*|golf_ball*|tennis_ball*|blown_up|blew_up|blowing_up|has_blown|is_huge|are_huge|looks_huge|gone_huge|got_huge|is_massive|are_massive|looks_massive|gone_massive|is_enormous|are_enormous|double_the|double_in|twice_the|twice_its|triple_the|doubled|too_big|enormes|enorme|gigante|globo|balon|phool*|phul*|gubbar*|پھول*|غبار*|ضخم*|منفوخ*|نافخ*|بالون|نفخ*
facial-weakness: mouth_hangs|eyelid_wont_close|half_of_my_smile|face_numb_on|cayo_un_lado|stroke|bells_palsy|derrame_cerebral|جلطه|facial_droop|cant_smile|cant_close_my_eye|face_is_numb_on_one|side_of_my_face_is_numb|cara_dormida|isnt_moving|on_one_side_of_my_face|numb_and_weak|wont_move|uneven_smile|smile_is_uneven|half_my_face|half_of_my_face|آدھا_چہرہ|aadha_chehra|adha_chehra|نصف_وجهي|mitad_de_la_cara|eye_wont_close|eye_wont_shut|cant_blink|cant_shut_my_eye|cant_raise_my_eyebrow*|cant_feel_one_side
facial-weakness: face|eyelid|mouth|smile|cara|boca|sonrisa|chehra|chehre|munh|muh|وجه*|چہرہ|چہرے|منہ|فمي|cheek*|lip|eyebrow*|brow|ceja|parpado|حاجبي + droop*|dropped|drooping|lopsided|paraly*|crooked|twisted|caid*|torcid*|paraliz*|latak*|tedha|tehra|terha|ٹیڑھ*|لٹک*|شلل|مايل|متدلي|falij|فالج|cant_move|wont_move|weak|weakness|نزل|نازل|slid|fallen|floppy|wonky|not_moving|wont_go_up|wont_lift|wont_raise|pulled_to|to_one_side|chueca|desvia*|no_se_mueve|no_puedo_mover|hil_nahi|ہل_نہیں|مشلول*|اعوج*|معوج|مرتخ*
facial-weakness: one_side|half_of|half_my|half_the|left_side|right_side|un_lado|media_cara|mitad|ek_taraf|aik_taraf|ایک_طرف|نصف|نص|جهه|جانب + numb|numbness|weak|weakness|droop*|sagg*|wont_move|not_moving|fallen|slid|cae|caid*|dormid*|durmi*|paraliz*|tedh*|terh*|tehr*|sunn|sun_ho*|kamzor|latak*|ٹیڑھ*|سن_ہو*|لٹک*|کمزور|خدر*|تنميل|منمل*|مايل|نازل|مشلول*|ثقيل
facial-weakness: arm|leg|hand|brazo|pierna|baazu|bazu|haath|بازو|ہاتھ|ذراع*|يدي|رجلي + weak|weakness|numb|numbness|cant_move|cant_lift|cant_feel|debil|dormido|dormida|kamzor|sunn|sun_ho*|کمزور|سن_ہو*|ضعيف*|خدر*|تنميل|منمل*
faintness: دوخه|غشي|passed_clean_out|hit_the_floor|vahido|dizz*|lightheaded*|light_headed|passed_out|pass_out|passing_out|black_out|blacked_out|blacking_out|blackout|collaps*|unconscious*|fainted|fainting|to_faint|gonna_faint|im_faint|faint_and|and_faint|very_faint|woozy|desmay*|mareo|mareos|mareada|mareado|mareando|desvanec*|chakkar|chakar|chakr|ghashi|behosh*|بیہوش*|بے_ہوش*|غشي|اغماء|اغمي|اغما|دوار|دايخ*|يغمي|دخت|inconsciente|lost_consciousness|went_black|going_black|room_is_spinning|everything_is_spinning|everything_spinning|feel_really_unwell|سامنے_اندھیرا|samne_andhera|head_is_spinning|head_spinning|vertigo|nearly_passed|feel_very_unwell|feel_very_ill|feel_really_ill|perdi_el_conocimiento|غبت_عن_الوعي|فقدت_الوعي|ghoom_raha_hai|ghum_raha_hai|sar_ghoom*|sir_ghoom*|سر_گھوم*|keel*|giddy|head_feels_light|legs_gave|legs_went|legs_buckl*|seeing_stars|went_faint|faintness|everything_black|everything_went_dark|da_vueltas|dando_vueltas|desplom*|aturdid*|muy_debil|me_marea|راسي_يدور|راسي_يلف|دنيا_تدور|دنيا_تلف|دوخ*|داخت|هبوط|طحت|chkr*|chakkr*|ghash|be_hosh*|gir_gay*|gir_pari|گر_گئ*|گر_پڑ*|غش*|چکر*
faintness: feel*|felt|sudden*|siento|going|nearly|almost + faint|feint|desmay*|keel*|giddy|wobbly|unsteady|weak_and|debil|drop_to|legs_buckl*
fever: fever|feverish|fevers|chills|shivering|shivers|shivery|fiebre|calentura|escalofrio*|bukhar|bukhaar|bhukar|bukhr|بخار|حمي|حرارتي|سخونه|سخونيه|قشعريره|kapkapi|کپکپی|thand_lag*|febril|rigors|burning_up|a_temp|feverdecimal|سردی_لگ*|sardi_lag*|boiling_hot|fluey|flu_like|hot_and_cold|thermometer|termometro|shaking|سخنه|حراره_جسمي|حرارته|tez_garam_jism|taap|got_flu|have_flu|like_flu|hot_all_over|body_is_hot|destemplad*|tirit*|temblando|عندي_حراره|فيني_حراره|معي_حراره|محموم*|مسخن*|ارتجف|رجفه|bokhar|buhar|badan_garam|hot_then|going_hot|jism_garam|بدن_گرم|جسم_گرم|لرز_رہ*|تپ
fever: temperature|temp|temperatura|حراره|حرارتي|درجه + high|fever|running|raised|alta|tengo|مرتفع*|عاليه|got_a|have_a|been|degrees|grados|tez|feverdegrees
pain!: لا_يطاق|hardly_bear*|barely_bear*|scarcely_bear*|hardly_stand_the_pain|barely_stand_the_pain|scarcely_stand_the_pain|duele_muchisimo|nine_out_of_ten|ten_out_of_ten|isnt_touching_the_pain|not_touching_the_pain|very_painful|so_painful|really_painful|agony|killing_me|10_out_of_10|9_out_of_10|8_out_of_10|crying_from|painkillers_not|painkillers_dont|pain_is_not_going|more_painful|hurting_more|hurts_more|hurts_a_lot|hurts_so|hurts_really|hurts_too|pain_level|10_10|9_10|8_10|me_duele_demasiado|dolor_que_no|dard_nahi_ja*|pain_keeps|cant_bear|cant_take_it|cant_stand_it|cant_cope|agonis*|agoniz*|excruciat*|tortur*|unbearabl*|intolerab*|inaguantable|no_aguanto|no_puedo_mas|no_lo_soporto|me_muero_de|bardasht_nahi|bardasht_se|nahi_bardasht|برداشت_نہیں|برداشت_سے|ما_اتحمل|لا_احتمل|ما_ينتحمل|مو_متحمل*|مش_متحمل*|tarap*|تڑپ*|jaan_nikal*|جان_نکل*|بموت_من|اموت_من|mucho_dolo|dolo_fuerte|dolo_intenso|dolo_insoportable|tengo_dolo
pain!: @hurt + stronger|sharp|awake|unable|تیز|tez|10/10|9/10|8/10|7/10|agonising|agonizing|stabbing|shooting|unbelievable|severe|severely|unbearable|excruciating|extreme|extremely|intense|terrible|horrible|awful|worst|insoportable|fuerte|fuertes|intenso|severo|mucho|shadeed|shadid|bohat|bahut|bohot|bardasht|بہت|ناقابل|برداشت|شديد|يحتمل|قوي|فظيع|worse|worsening|increasing|peor|empeor*|barh*|badh*|بڑھ*|يزداد|يزيد|اسوا|throbbing|unreal|really_bad|so_bad|so_much|crazy|cant_bear|cant_stand|cant_take|cant_cope|cant_sleep|cant_handle|too_much|crying|cried|tears|scream*|kept_me|keeps_me|woke|wakes|all_night|more_and_more|more_than|more_each|every_hour|increas*|nonstop|non_stop|like_hell|like_mad|badly|very_bad|bad_pain|aguanto|soporto|8|9|10|cada_vez|ne_sone|sone_nahi|neend_nahi|نیند_نہیں|سونے_نہیں|اتحمل|احتمل|استحمل|تحمل|متحمل*|نوم|انام|zyada|زیادہ|ziada|crying|through_the_roof|cant_touch|doesnt_touch|kam_nahi|کم_نہیں|off_the_scale
pain!: @drug + isnt_touching|not_touching|wont_touch|barely_touch*|hasnt_touched|touching_it|touched_it|not_working|isnt_working|arent_working|doesnt_work|dont_work|didnt_work|stopped_working|nothing_for|does_nothing|do_nothing|did_nothing|doing_nothing|not_helping|isnt_helping|arent_helping|doesnt_help|dont_help|didnt_help|useless|no_effect|not_enough|no_relief|hace_nada|hacen_nada|no_funciona*|no_me_quita*|no_quita*|no_ayuda*|no_me_hace*|asar_nahi|asr_nahi|koi_asar|faida_nahi|araam_nahi|aram_nahi|kaam_nahi|اثر_نہیں|کوئی_اثر|فائدہ_نہیں|آرام_نہیں|ما_يفيد|ما_فاد|ما_نفع|لا_ينفع|لا_يفيد|ما_ينفع|مش_نافع|ما_جاب
pain!: throb*|stabbing|burning|sting*|soreness|ache|aches|tender* + worse|worsening|stronger|unbearable|more_and_more|every_hour|peor
purulent-discharge: gunge|creamy_discharge|infection|infeccion|انفیکشن|infected|smells_off|pus|puss|pusy|pussing|purulent*|peep|پیپ|supura*|infectada|infectado|infectou|infectó|ملوث|abscess|a_boil|boils|absceso|honey_colored|honey_coloured|yellow_scab*|smells_rotten|smells_funny|bad_smell|foul|huele_mal|پس_نکل*|پس_آ*|پس_ہے|weeping_skin|skin_is_weeping|costra_amarilla|costras_amarillas|mawad|مواد|cellulitis|celulitis|sepsis|septic|mrsa|ريحه_كريهه|رايحه_كريهه|badboo|badbu|بدبو|supurando|يطلع_ماده|impetigo|necro*|turning_black|gone_black|went_black_and|skin_is_black|gangrene|التهاب_بكتيري|oozes|oozing|goop|gunk|رطوبت|رس_رہ*|fester*|gungy|gunky|manky|smelly_and|podre|متقيح*|تقيح*|قيح*|التهب|ملتهب*|گندا_پانی|ganda_pani|ganda_paani|صديد
purulent-discharge: yellow|brown|white|green|greenish|yellowish|cloudy|smelly|amarill*|verde|verdos*|peeli|peela|pila|hara|پیلا|پیلی|سبز|اصفر|صفرا*|اخضر + discharge|fluid|liquid|ooz*|gunk|goo|stuff|weep*|leak*|liquido|secrecion|paani|pani|پانی|مواد|رطوبت|سايل|سوايل|افراز*|مادہ|مادے|maada|madda|crust*|slime|sticky|dripping|substance|coming_out|leakage|seep*|juice|drainage|material|matter|full_of_yellow
purulent-discharge: ooz*|weeping|leaking + smell*|stink*|yellow|green
purulent-discharge: coming_out|comes_out|leak*|weep*|seep*|ooz*|discharge|fluid|liquid|liquido|nikal*|نکل*|يطلع|يخرج|سايل* + stink*|stank|smell*|reek*|pong*|rank|rotten|apesta*|huele|badb*|bad_boo|بدبو|بو|ريح*|رايح*|عفن*
purulent-discharge: smells + bad|awful|horrible|disgusting|nasty|gross|rank|fishy|cheesy|wet
rapid-pulse: heart_is_doing|heart_skipping|corazon_me_va|heart_skips|palpitation*|palpitacion*|taquicardia|خفقان|heart_is_going|heart_going|heart_wont_slow|beating_out_of|قلبي_يدق|قلبي_بيدق|قلبي_عم_يدق
rapid-pulse: دھڑکن|dharkan|dhadkan|heart|heartbeat|pulse|corazon|pulso|dil|دل|قلبي|قلب|نبض*|heartrate + racing|races|fast|pounding|rapid|acelerad*|rapido|tez|dhadak*|تیز|دھڑک*|سريع*|يتسارع|beating_so|يدق_بسرعه|mad|crazy|flutter*|beating_out|somersault*|out_my_chest|out_of_my_chest|thump*|hammer*|irregular|wild|racin|raicing|out_of_control|fuerte|zor_se|zor_zor|ghabra*|گھبرا*|زور_سے|زور_زور|يرجف|يخفق|يركض|بقوه|مو_طبيعي|طاير|fastpulse|through_the_roof|من_مكانه|بيطلع*
seizure: seizure*|convuls*|having_a_fit|had_a_fit|having_fits|daura|dora_para|dauray|دورہ_پڑ*|دورے|تشنج*|mirgi|صرع|jhatke|like_a_fit|kind_of_fit|kind_of_a_fit|sort_of_fit|sort_of_a_fit|had_fits|into_a_fit|a_fit_and|jerking|fit_on|took_a_fit|ataque_epileptico|convulsionando|shes_fitting|hes_fitting|started_fitting|keeps_fitting|body_jerk*|body_shaking|shaking_uncontrollably|ataque_de_epilepsia|jhatk*|جھٹک*|مرگی|اختلاج*|ينتفض
spreading-erythema: all_the_way_down_my|hot_red_swollen|red_lines_running|rojez_aumenta|rojez_crece|rojo_cada_vez|mancha_roja_se|لالی_بڑھ*|lali_barh*|surkhi_barh*|soojan_barh*|الاحمرار_يزيد|red_line_going|red_lines_going|lineas_rojas|its_spreading|it_is_spreading|keeps_spreading|creeping|crawling|has_spread|its_spread|spreading_fast|spreading_to|spreading_down|spread_to_my|se_esta_extendiendo|getting_hotter|got_hotter|hotter_than|raya_roja|rayas_rojas|linea_roja|خط_احمر|lal_dhari|سرخ_دھاری*|lal_lakeer*|سرخ_لکیر*|lal_lakir*|laal_lakeer*|laal_lakir*|lali_ki_lakeer*|لال_لکیر*|لال_دھاری*
spreading-erythema: pinkness|erythema|eritema|red|redness|redder|rash|heat|hot|warm|warmth|rojo|roja|rojez|rojeces|enrojec*|sarpullido|calor|lali|laali|lal|laal|surkhi|لالی|سرخی|سرخ|احمر|حمار|طفح|احمرار|حمره + spreading|spread|spreads|bigger|larger|wider|creep*|travel*|tracking|moving|climbing|growing|expanding|extending|streak*|extiende|extendiendo|extendiendose|expande|expandiendo|propaga*|phail*|phel*|fail_rah*|fail_gay*|پھیل*|ينتشر|تنتشر|منتشر|انتشر|بينتشر|ينتشرر|يتوسع|يكبر|reach*|crept|doubled|now_its|crawl*|going_down|going_up|running_down|running_from|running_up|towards|every_hour|by_the_hour|down_my_neck|line_from|line_running|avanza*|subiendo|bajando|llego|llega|pohanch*|pahunch*|phayl*|pahail*|پہنچ*|يمتد*|امتد*|وصل*|يزحف|توسع*|تكبر|كبر|widen*|moved_down|moved_up|moved_to|moved_onto|has_moved|past_the_treat*|past_the_area|past_the_edge*|past_where|past_my|beyond_the_area|beyond_the_treat*|beyond_the_edge*|beyond_where|beyond_my|outside_the_area|outside_the_treat*|crossed|crossing|patch_grew|area_grew|spot_grew|it_grew|redness_grew|grew_since|grew_over|has_grown|twice_as|twice_the|double_the|double_what|el_doble|doble_que|crece_cada|crece_mas|enrojecimiento_crece|mancha_crece|zona_crece|esta_creciendo|sigue_creciendo|cada_vez_mas_grande|صار_ضعف|ضعف_امس|ضعف_ما|دوگن*|دگن*|dugn*|dogn*|ووصل*|line_up_my|line_down_my|line_up_the|line_along|wasnt_treated|werent_treated|not_treated|wasnt_needled|werent_needled
spreading-erythema: red|redness|redder|roja|rojo|lal|laal|سرخ|احمر|احمرار + hot|hotter|heat|burning|caliente|garam|گرم|ساخن*|حار + worse|worsening|increasing|more_and|peor|empeora*|zyada|barh*|badh*|زیادہ|بڑھ*|اسوا|يزداد|يزيد|bigger|every_day|each_day|spreading
spreading-erythema: خطوط_حمرا|throbbing_hot|hot_throbbing|red_lines|redness_keeps_spreading|getting_bigger_and_hotter|rojez_se_extiende|hot_to_the_touch_and|hot_and_swollen|hot_swollen|throbbing_and_hot|hot_and_throbbing|caliente_e_hinchad*|حمره + hot|spread*|spreading|growing|bigger|neck|up|warm|heat|throbbing|swollen|extiende|تنتشر|منتشر*|phail*|caliente|hinchad*
spreading-erythema: redness|red|lali|laali|surkhi|لالی|سرخی|احمرار|rojez|rojo + warm|warmer|warmth|سخن|سخونه + worse|worsening|increasing|bigger|peor|zyada|barh*|زیادہ|بڑھ*|اسوا|يزداد|يزيد
urticaria: hives|hive|welts|welt|wheals|urticaria|ronchas|habones|allergic_reaction|reaccion_alergica|ارتكاريا|شرا|chapaki|dhapad|رد_فعل_تحسسي|رد_فعل_تحسسيه|rash|rashes|sarpullido|erupcion|طفح|دھپڑ*|dhappar|dhapar|allergy_ho|حساسيه_شديده|itchy_all_over|itching_all_over|reaction_all_over|allergy_attack|حساسيه_قويه|حساسيه_بجسمي|الرجي|pitti|pit_uchal*|chhapaki|chhpaki|chapak*|چھپاک*|شري
urticaria: @bump + whole_body|all_over_my_body|all_over_body|entire_body|rest_of_my_body|todo_el_cuerpo|poore_jism|pooray_jism|pure_jism|saare_jism|sare_jism|poore_badan|pure_badan|پورے_جسم|پورے_بدن|سارے_جسم|كل_جسمي|جسمي_كله|جسمي_كامل|بكل_جسمي|انحاء_جسمي
urticaria: itch*|pica*|kharish|khujli|خارش|کھجلی|حكه + bump*|lump*|raised|dots|patches|granos|dane|daane|دانے|حبوب|بقع + arms|legs|stomach|tummy|body|brazos|piernas|cuerpo|jism|badan|جسم*|بدن
vesicles: blister*|cold_sore*|coldsore*|herpes|ampolla|ampollas|ampoll*|fuego_labial|chhala|chhale|chhaale|chaale|chhalay|chalay|چھال*|آبل*|aable|abla|نفاطات|فقاقيع|هربس|هربز|قروح|shingles|vesicle*|calentura_en_el_labio|fluid_filled|حويصل*|بثور_مايي*|water_bubbles|clear_bubbles|little_bubbles|tiny_bubbles|fluid_bumps|bubbles_on_my|bubbles_around|filled_with_fluid|water_filled|ہونٹ_پر_زخم|ہونٹ_کے_پاس_زخم|پھنسیاں_پانی|filled_with_water|clear_fluid|fuegos|vesicula*|burbujas|حبوب_فيها_مويه|حبوب_مايي*|حبوب_فيها_ماء|pani_bhare|herpetic|sores|ulcer*|llagas|llaga|cold_soar*|herpe*|chala|chhalla|chaly|عقبول*|نفط*|فقاع*|تقرح*|bukhar_ke_dane
vesicles: tingl*|hormigueo|jhunjhun* + lip|lips|mouth|bumps|labio*|cluster|hont*|honth
vesicles: watery|bubbly|bubbl*|acuos*|con_agua|con_liquido|pani_wal*|pani_bhar*|پانی_وال*|پانی_بھر*|فيها_مي|فيها_سايل + bump*|lump|lumps|spots|dots|pimple*|granos|granitos|bolitas|dane|daane|danay|دانے|حبوب|lip|lips
vision-change: black_curtain|apenas_veo|casi_no_veo|apenas_puedo_ver|بالكاد_اشوف|بالكاد_اري|mushkil_se_dikh*|مشکل_سے_دکھ*|مشکل_سے_نظر|curtain_over|see_two_of|seeing_two|veo_todo_doble|no_veo_por|out_of_my_left_eye|out_of_my_right_eye|كل_شي_اثنين|blurred|blurry|seeing_double|see_double|flashing_lights|no_veo_bien|veo_borroso|veo_doble|veo_mal|no_puedo_ver|زغلله|اشوف_مشوش|لا_اري|ما_اشوف|dhundla*|dhundhla*|دھندلا*|nazar_nahi|نظر_نہیں|dikh_nahi|dikhai_nahi|dikhna_band|دکھائی_نہیں|نظر_کم|نظر_چلی|sight_went|cant_see|vision_went|se_me_nubla|se_nubla|ما_عم_شوف|مغبش*|غباش*|andhera|floaters|blind|ciego|ciega|andha_ho*|andhi_ho*|اندھ*|اعمي|عميت|cant_read_the_screen|cant_focus|cant_read_my_phone|trouble_seeing|difficulty_seeing|problems_seeing|problem_seeing|no_veo|me_cuesta_ver|no_logro_ver|dificultad_para_ver|ما_اقدر_اشوف|ما_بقدر_شوف|ما_بقدر_اشوف|مو_قادر_اشوف|مو_قادره_اشوف|مش_قادر_اشوف|مش_قادره_اشوف|يادوب_اشوف|لا_استطيع_الرويه|لا_استطيع_ان_اري|صعوبه_في_الرويه|دیکھ_نہیں_سک*|دیکھ_نہیں_پا*|بمشکل_دیکھ|مشکل_سے_دیکھ|دیکھنا_مشکل|dekh_nahi_sak*|dekh_nahi_pa*|dekh_nahin_sak*|bamushkil_dekh|mushkil_se_nazar|mushkil_se_dekh|dekhna_mushkil|dekhne_mein_mushkil|dekhne_mein_diqqat|dekhne_mein_takleef
vision-change: vision|eyesight|sight|vista|nazar|نظر*|بصر*|رويه|بینائی + blur*|loss|lost|losing|double|doble|borros*|gone|worse|perd*|chang*|problem*|fuzzy|cloudy|dhund*|دھندل*|مشوش*|ضباب*|kamzor|کمزور|زغلل*|nublad*|فقدان|فقدت|ضعف|ضعيف*|going|weird|funny|strange|spots|dark|dim|black|foggy|wrong|rara|mal|oscur*|kharab|خراب|chali|ختم|khatam|راح*|مو_واضح*|مش_واضح*|غير_واضح*|doubled
vision-change: eye|eyes|ojo|ojos|aankh*|ankh*|آنکھ*|عيني|عين + pain|painful|hurt*|duele*|dolor|dard|درد|الم|يولم*|تولم*
vision-change: things|everything|everythings|words|screen|todo|sab|سب|كلشي|كل_شي + blur*|fuzzy|foggy|cloudy|borros*|dhund*|دھندل*|مغبش*|ضباب*
purulent-discharge: yellow|amarill*|green|verde|peela|پیلا|پیلی|اصفر + gooey|gloop*|throb*|ريحه|ريحت*|خايس*|عفن*|huele*|late|mushy|slimy
spreading-erythema: drew_round|drew_around|drew_a_line|past_the_line|over_the_line|outside_the_line|pen_line|pen_mark*|line_i_drew
spreading-erythema: rojo|roja|rojez|lal|laali|احمرار|احمر|حمار + corriendo|corre|avanza*|subiendo|bajando|neeche_aa*|neechay|نازل|ماشي|يمشي
facial-swelling: tongue|tung|lengua|zuban|zaban|زبان|لساني|لسان + filling_my|filling_up|fills_my|fills_up|thick|fat|gorda|gruesa|moti|mota|bhari|bhaari|بھاری|موٹی|ثقيل*|كبير
facial-swelling: eye|eyes|ojo|ojos|aankh*|ankh*|آنکھ*|عيني|عيوني + wont_open|cant_open|no_puedo_abrir|no_abre*|nahi_khul*|nahin_khul*|khul_nahi*|نہیں_کھل*|کھل_نہیں*|ما_تفتح|ما_تنفتح|ما_بتفتح
facial-weakness: mouth|boca|muh|munh|فمي|تمي|ثمي|وجهي|حلقي|منہ + hanging|hangs|cuelga*|colgando|مال|مايله|معوج*|اعوج*|عوج
confusion: what_day_it_is|what_year_it_is|talking_rubbish|talking_nonsense|makes_no_sense|ulta_seedha|ulti_seedhi|pehchan_nahi*|pehchaan_nahi*|پہچان_نہیں*|no_reconoce*|dice_cosas_raras|ما_يعرفنا|ما_تعرفنا
faintness: todo_negro|caigo_redond*|me_caigo_al_suelo|nearly_went_down|almost_went_down
vesicles: حبوب|بثور|فقاعات + مويه|ماء|مي|ماي
vision-change: عيني|عيوني|اشوف|تشوف|بشوف|eye|eyes|ojos + ضباب*|غبش*|مغبش*|fog*|mist*|haze|hazy|niebla
fever: tempature|temprature|tempeture|temperture|temprture
facial-swelling: neck|cuello|gardan|گردن|رقبت*|رقبه + swell*|swoll*|hinch*|sooj*|سوج*|ورم*|متورم*|puffy
spreading-erythema: swell*|swoll*|hinch*|sooj*|سوج*|ورم* + bigger|growing|spread*|twice|double|barh*|badh*|بڑھ*|يكبر|تزيد|creciendo|mas_grande
spreading-erythema: hard|dura|duro|sakht|سخت|قاسي* + hot|warm|caliente|garam|گرم|ساخن*|حار
spreading-erythema: patch|mark|mancha|nishan|نشان|بقعه|scab|redness|laali|لالی + twice|bigger_than|spreading|gardan_tak|neck_now
purulent-discharge: black|grey|gray|purple|dusky|white|kala|kaali|کالا|کالی|اسود|سودا*|negra|negro + numb|cold|dying|dead|skin_turned|my_skin|meri_jild|جلدي|piel|skin_is
purulent-discharge: stinks|it_stinks|it_smells|smells_like|honey_crust|raw_and_weeping|skin_is_leaking|weeping|chemical_burn|skin_is_dying|dying_skin
breathing-difficulty: isnt_breathing|not_breathing|stopped_breathing|oxygen_is|spo2|epipen|epi_pen|blue_in_the_face|sans_band|سانس_بند
seizure: is_fitting|is_seizing|shes_fitting|hes_fitting|fitting_on_the
faintness: losing_consciousness|hardly_stand_up|barely_stand_up|scarcely_stand_up|lost_consciousness|cant_stand_up|cannot_stand_up|cant_stay_upright|floppy
confusion: im_confused|so_confused|she_is_confused|hes_confused|words_come_out|cant_find_my_words|stiff_neck
chest-pain: chest|seene|seena|صدري|pecho + jakran|tight*|crush*|squeez*|heavy|يعورني|اعورني|oprime
bleeding!: coughing_up_blood|vomiting_blood|dripping_red|blood_pouring
fever: 38|39|40|41|42|102|103|104|105 + degrees|temp|temperature|tengo|grados|حراره|حرارتي|bukhar|thermometer|fever
fever: thirty_nine|thirty_eight|forty_degrees
vision-change: everything_looks_hazy|looks_hazy|eye_is_red_and|in_my_eye|into_my_eye|دخل_عيني|en_el_ojo|aankh_mein
vision-change: see|seeing|veo|اشوف|شايف* + flash*|stars|halos|black_spots|floaters
vomiting: vomit*|throwing_up|threw_up|throw_up|puking|puked|been_sick|being_sick|vomitando|ulti|ultiyan|ultian|ultiya|الٹی|قے|استفراغ|اتقيا|تقيو|ترجيع|ارجع_كل|sick_to_my_stomach_and|cant_keep_anything_down|chuck_up|chucking_up|vomite|vomito|devolviendo|اتقيء|بستفرغ|vom|barf*|retch*|spew*|puke|pukes|cant_keep_food_down|cant_keep_water|cant_keep_fluids|sick_twice|sick_all_night|sick_three|sick_3|ulty|qay|ultiyaan|الٹیا*|استفرغ*|طرشت|اطرش|تقيات|يستفرغ
breathing-difficulty: dyspn*|disnea|dispnea|respiratory_distress|respiratory_failure|respiratory_arrest|bronchospas*|broncoespas*|laryngospas*|laringoespas*|tachypn*|taquipnea|hypoxi*|hipoxi*|desaturat*|cyanos*|cyanot*|cianosis|cianotic*|dysphagi*|disfagi*|estridor|oxygen_sat*|sats_dropping|sats_drop*|sats_are|sats_low|sats_down|low_sats|se_me_cerro_el_pecho|se_me_cierra_el_pecho|apnoea*|apnea*|apneic|apnoeic|يختنق|تختنق|بيختنق|ما_يتنفس|لا_يتنفس|ما_تتنفس|لا_تتنفس|ما_يقدر_يتنفس|ما_تقدر_تتنفس|مو_قادر_يتنفس|مو_قادره_تتنفس|مش_قادر_يتنفس|مش_قادره_تتنفس|وجهه_ازرق|وجهها_ازرق|وجهي_ازرق|وجهه_صار_ازرق|وجهها_صار_ازرق|وجهي_صار_ازرق
breathing-difficulty: hont*|honth*|lip|lips|labio*|شفا*|شفت*|شفه|ہونٹ* + neele|neelay|neeli|neela|blue|bluish|azul*|زرقا*|زرق|ازرقت*|نیلے|نیلی|نیلا
breathing-difficulty: severe_allergic_reaction|serious_allergic_reaction|major_allergic_reaction|massive_allergic_reaction|reaccion_alergica_grave|reaccion_alergica_severa|reaccion_alergica_fuerte|رد_فعل_تحسسي_شديد|رد_فعل_تحسسي_خطير|شدید_الرجی|shadeed_allergy|shadid_allergy|صدمه_تحسسيه|حساسيه_مفرطه
facial-swelling: angio_oedema|angio_edema|angioneurotic*|angioedem*|quincke*|edema_facial|edema_de_glotis|edema_laringeo|edema_de_laringe|edema_periorbit*|edema_palpebral|edema_labial|head_swell*|head_swoll*|head_is_swoll*|head_is_swell*|head_has_swoll*|swollen_all_over_my_head|swelling_all_over_my_head|cabeza_hinchad*|cabeza_esta_hinchada|cabeza_se_me_hincho|se_me_hincho_la_cabeza|sar_sooj*|sar_soj*|sar_suj*|سر_سوج*|راسي_كله_متورم|راسي_متورم|راسي_ورم*|راسي_كله_ورم*|راسي_وارم|راسي_كله_وارم|راسي_منتفخ|راسي_كله_منتفخ
facial-swelling: oedema|edema|oedematous|edematous|وذمه* + lengua|labio*|parpado*|garganta|cara|rostro|لسان*|شفا*|شفه|شفت*|عين*|عيون*|وجه*|جفن*|جفون*|حلق*|حنجره|بلعوم*|facial|face|periorbital|orbital|eyelid*|lip|lips|labial|tongue|lingual|laryngeal|larynx|airway|throat|pharyngeal|glottic
faintness: syncop*|presyncop*|sincope|presincope|loss_of_consciousness|مغشي*|انغشي*|مغمي*|فقد_الوعي|يفقد_الوعي|loc_for|brief_loc|with_loc|had_loc|transient_loc|hypotens*|hipotens*|lipotimi*
faintness: bp|pressure|presion|tension|ضغط*|بلڈ_پریشر + lowpressure
faintness: ringing|tinnitus|buzzing|zumbido*|pitido*|طنين + metallic|metal_taste|sabor_metalico|sabor_a_metal|طعم_معدن*
faintness: metallic_taste|metal_taste|tastes_metallic|sabor_metalico|sabor_a_metal|طعم_معدن* + twitch*|jerk*|drows*|numb*|tingl*|espasmo*
vision-change: visual_field*|visual_acuity + @less
facial-weakness: facial_nerve + @less
confusion: mental_status|level_of_consciousness + @less
vision-change: diplopia|amaurosis|visual_disturbance*|visual_loss|scotoma*|escotoma*|hemianop*|ocular_pain|dolor_ocular|alteracion_visual|alteraciones_visuales|roshni_chali|روشنی_چلی|ازدواج_الرويه|ازدواج_في_الرويه|ازدواجيه_الرويه
facial-weakness: facial_palsy|facial_paralysis|facial_paresis|hemipares*|hemipleg*|paralisis_facial|paresia_facial|laqwa|لقوہ|لقوه|no_puedo_cerrar_un_ojo|no_puedo_cerrar_el_ojo|no_puedo_cerrar_los_ojos|no_me_cierra_el_ojo|آنکھ_بند_نہیں|aankh_band_nahi*|ankh_band_nahi*|aankh_band_nahin*|مخدر_من_جهه|مخدره_من_جهه|new_facial_asymmetry|new_asymmetry|sudden_facial_asymmetry|sudden_asymmetry|ptosis|cva|a_tia|had_tia|mini_stroke|ictus|شلل_نصفي|سكته_دماغيه|فالج|falij
confusion: altered_mental*|altered_conscious*|reduced_conscious*|decreased_conscious*|delirium|encephalopath*|obtunded|dysarthri*|disartria|aphasi*|afasia|كلامه_غير_مفهوم|كلامه_مو_مفهوم|كلامها_غير_مفهوم|كلامها_مو_مفهوم|كلامي_غير_مفهوم|كلامي_مو_مفهوم|no_despierta|no_se_despierta|ما_يصحى|ما_تصحى|ما_بيصحى|ما_يرد_علي|ما_ترد_علي|يهلوس|تهلوس|اهلوس|cant_rouse|wont_rouse|unrousable|unarousable|no_responde|gcs|obnubila*|dysphasi*|disfasi*|postictal|post_ictal|غنودگی|ghanoodgi|ghunoodgi
seizure: tonic_clonic|status_epilepticus|crisis_convulsiva|seizing|eyes_rolled|eyes_rolling|eyes_roll_back|jism_akar*|jism_akad*|badan_akar*|badan_akad*|جسم_اکڑ*|بدن_اکڑ*|منہ_سے_جھاگ|munh_se_jhaag|muh_se_jhaag|foaming_at_the_mouth|frothing_at|espuma_por_la_boca
chest-pain: angina_pectoris|angina_de_pecho|retrosternal|precordial|myocardial_infarction|pulmonary_embol*|pneumothorax|ذبحه_صدريه
rapid-pulse: tachycard*|sepsis|toxic_shock|انتان_الدم|تسرع_القلب|تسرع_في_القلب|تسارع_القلب|hr_fastpulse|hr_is_fastpulse|hr_of_fastpulse|hr_at_fastpulse|septic*|septico|septicaemi*|septicemi*|blood_poisoning|تسمم_الدم|تسمم_دم|khoon_mein_zeher|خون_میں_زہر
purulent-discharge: septicaemi*|toxic_shock|انتان_الدم|septicemi*|septico|blood_poisoning|تسمم_الدم|تسمم_دم|khoon_mein_zeher|خون_میں_زہر|purulen*|suppurat*|furunc*|forunc*|boil_on|boil_near|boil_under|big_boil|خراج*|التهاب_خلوي|صديد*|پھوڑ*|phora|phoray|phoda|carbunc*|pyoderma
spreading-erythema: erysipel*|erisipela*|lymphangit*|linfangit*
clammy-skin: diaphores*|diaphoret*|diaforesis|diaforetic*|pale_and_drench*|drenched_and_pale|sweating_and_pale|pale_and_sweating|pale_sweaty|sweaty_pale|cold_sweaty|cold_and_sweaty|sweaty_and_cold|sweaty_and_freezing|freezing_and_sweat*|sudando_frio|sudo_frio|sudor_y_palid*|palida_y_sud*|palido_y_sud*|عرقانه_وبارده|عرقان_وبارد|بارده_وعرقانه|بارد_وعرقان|اتصبب_عرق*|يتصبب_عرق*|paseene_se_sharabor|pasine_se_sharabor|paseenay_se_sharabor|پسینے_سے_شرابور
fever: pyrexi*|hyperpyrexi*|hyperthermi*|hipertermi*
vesicles: bulla|bullae|bullous|zoster|پھپھول*|phaphol*
vomiting: emesis|cant_keep_even|cant_keep_anything_in|no_retengo_ni|no_retengo_nada|no_retengo_agua|no_retengo_el_agua|no_retiene_ni|no_retiene_nada
`

const ALSO: Readonly<Record<string, readonly string[]>> = {
  cant: [
    'cannot',
    'can_not',
    'couldnt',
    'cnt',
    'carnt',
    'could_not',
    'unable_to',
    'can_barely',
    'can_hardly',
    'barely',
    'hardly',
    'scarcely',
    'struggle_to',
    'struggling_to',
    'hard_to',
    'difficult_to',
    'can_scarcely',
    'can_only_just',
  ],
  wont: ['will_not', 'would_not', 'wouldnt', 'doesnt', 'does_not', 'didnt'],
  isnt: ['is_not', 'aint'],
  arent: ['are_not', 'aint'],
  doesnt: ['does_not'],
  dont: ['do_not'],
}

/** Words that several rows share: `@soft` in a row stands for all of them. */
const SHARED: Readonly<Record<string, string>> = {
  soft: 'palk*|پلک*|lip|tung|toung*|lips|tongue|eye|eyes|eyelid|eyelids|labio*|lengua|ojo|ojos|parpado*|hont*|honth*|zuban|zaban|aankh*|ankh*|ہونٹ*|زبان|آنکھ*|شفا*|شفت*|شفه|لسان*|عين*|عيون*',
  hurt: 'pain|pains|painful|hurt|hurts|hurting|aching|throb*|dolor|duele|duelen|dard|درد|الم|وجع|يولم*|تولم*|يوجع*|بتوجع*',
  bump: 'itch*|bump*|lump*|spots|dots|granos|granitos|pica*|picor|comezon|dane|daane|danay|kharish|khujli|دانے|خارش|کھجلی|حبوب|بقع|حكه',
  less: 'loss|lost|losing|reduced|reduction|decreas*|altered|damage*|weak*|drop|drops|dropped|dropping|impaired|defect*|palsy|injur*|low|poor|worse*|gone|deterior*|fluctuat*|abnormal|paraly*|numb*|droop*|not_working',
  drug: 'morphine|paracetamol|panadol|tylenol|acetaminophen|calpol|ibuprofen*|nurofen|advil|aspirin*|painkiller*|pain_killer*|pain_meds|analgesic*|calmante*|dawai|dawa|goli|goliyan|دوا|دوائی|گولی|پیناڈول|پیراسیٹامول|بنادول|مسكن*|باراسيتامول|بروفين',
}

/** Signs that are part of the usual course, or for the clinic where they trouble: read where no subject's name stands. */
const OTHERS = `
erythema: red|redness|redder|flushed|pink|pinkness|rojo|roja|rojez|rojeces|enrojec*|lal|laal|lali|laali|surkhi|لالی|سرخی|سرخ|لال|احمرار|احمر|حمرا|محمر*|حمار
edema: swell*|swollen|puffy|puffiness|hinchad*|hinchazon|inflamad*|inflamacion|soojan|sujan|soojn|sooji|suji|سوجن|سوجی|ورم|تورم|متورم*|انتفاخ|منتفخ*
exfoliation: flak*|peeling|peels|shedding|shed|descam*|pelando|pelandose|pelandome|pela|despelleja*|chilka|chhilka|chilke|utarna|utar_rahi|utar_raha|skin_utar*|skin_utr*|jild_utar*|چھلک*|اتر_رہ*|تقشر|يتقشر|تتقشر|بتتقشر|قشور|يقشر|بيقشر|بتقشر|snake
dryness: dry|dryness|dried|seca|reseca|sequedad|khushk*|khushki|خشک*|جفاف|ناشف*|جاف*|ashy|ashen
itch: itch*|pica|picazon|comezon|kharish|khaarish|khujli|خارش|کھجلی|حكه|تحك|هرش|تحكني|بتحكني
tightness: tight|tightness|tirante|tirantez|khich*|کھنچ*|مشدود*
tenderness: sore|tender|tenderness|sensitive|sensible|adolorid*|soreness|stinging|stings
pain: pain|painful|hurts|hurting|hurt|aching|duele|dolor|dard|درد|الم|يولم*|تولم*|وجع
warmth: warm|warmth|burning|hot|caliente|arde|ardor|garam|jalan|jalna|گرم|جلن|حرقان|ساخن*|سخون*|يحرق*|تحرق*
crusting: scab*|crust*|costra*|khurand|کھرنڈ|جلبه|قشره
bruising: bruis*|moreton*|morado|morados|neel|نیل|كدمه|كدمات
petechiae: red_dots|tiny_dots|little_dots|puntos_rojos|puntitos|نقاط_حمرا
pinpoint-bleeding: pinpoint*|spots_of_blood|blood_spots|dots_of_blood|specks_of_blood|pinprick*
pustules: pimple*|zit|zits|breakout*|break_out|breaking_out|broke_out|whitehead*|spots|granos|granitos|espinilla*|brote|dane|daane|danay|دانے|حبوب|بثور|purging
papules: bump|bumps|bumpy|bolitas|papul*
pigment-change: dark_spot*|dark_patch*|darker|darkening|hyperpigment*|pigmentation|pih|manchas|mancha|oscura|oscuras|daagh|dagh|dhabbe|dhabbay|دھبے|داغ|تصبغ*|بقع|brown_patch*|light_patch*|white_patch*|pale_patch*|discolo*
nodule: lump|lumps|nodule*|bulto|bultos|gilti|گلٹی|كتله|knot
raised-scar: keloid*|raised_scar*|queloide*|کیلوئیڈ|جدره|thick_scar*
linear-scars: track_mark*|tram_track*|tramline*
swollen-lymph-nodes: gland|glands|lymph|ganglio*|غدد|غدود
`

/** What is not seen where nothing is wrong with the eyes, and who is not spoken to. */
const NOT_SEEN =
  'results|the_results|any_result|any_results|any_difference|a_difference|the_difference|any_change|any_changes|a_change|any_improvement|any_redness|the_redness|any_marks|the_marks|why|that_it|my_dermatologist|my_doctor|my_clinic|the_clinic'
const NOT_SPOKEN_TO = 'to_my_clinic|to_the_clinic|to_my_doctor|to_the_doctor|to_a_doctor|to_anyone'
const NO_VEO =
  'resultado*|ningun_resultado|los_resultados|muchos_resultados|diferencia*|ninguna_diferencia|la_diferencia|mucha_diferencia|cambio*|ningun_cambio|mejoria|ninguna_mejoria|mejora|rojez|la_rojez'
const NO_HABLAR = 'con_la_clinica|con_mi_clinica|con_el_medico|con_mi_medico|con_mi_doctor*'
const NO_NATIJA = 'نتيجه|اي_نتيجه|نتايج|فرق|اي_فرق|تحسن|اي_تحسن'

/** Names of what is no alarm though a word in them is one: nothing in them is heard. */
export const HARMLESS_NAMES: readonly string[] = wordList(`
  sleep apnoea, sleep apnea, apnea del sueño, apneas del sueño, apnea obstructiva, blue light, blue lipstick,
  septic tank, septic tanks, fosa septica, fosas septicas,
  hidradenitis suppurativa, hidradenitis supurativa, hidrosadenitis supurativa,
  clinica no responde, medico no responde, medica no responde, doctor no responde, doctora no responde,
  no responde la clinica, no responde el telefono, no responde al telefono, no responde mi mensaje,
  عياده ما ترد علي, عيادتي ما ترد علي, عياده ما يرد علي, دكتور ما يرد علي, دكتوره ما ترد علي, طبيب ما يرد علي,
  طبيبه ما ترد علي, ما ترد علي العياده, ما ترد علي الدكتوره, ما يرد علي الدكتور, ما يرد علي الطبيب
`)

/** Beginnings of what is no alarm, though an alarm begins alike. */
export const HARMLESS: readonly string[] = [
  ...before('cant_see', NOT_SEEN),
  ...before('cant_speak', NOT_SPOKEN_TO),
  ...before('cant_talk', NOT_SPOKEN_TO),
  ...['no_veo', 'apenas_veo', 'me_cuesta_ver'].flatMap((words) => before(words, NO_VEO)),
  ...['no_puedo_hablar', 'me_cuesta_hablar'].flatMap((words) => before(words, NO_HABLAR)),
  ...before('ما_اشوف', NO_NATIJA),
  'blood_thinner',
  'blood_thinners',
  'blood_test',
  'blood_pressure',
]

function before(beginning: string, ends: string): readonly string[] {
  return ends.split('|').flatMap((end) => spellings(`${beginning}_${end}`))
}

export const ALARM_ROWS: readonly SignRow[] = rowsIn(ALARMS)
export const OTHER_ROWS: readonly SignRow[] = rowsIn(OTHERS)

/** Full words behind the beginnings above: what a mistyped word is compared with. */
export const SPELT_OUT =
  'swelling swollen breathing breathe breath bleeding blister blisters dizzy dizziness difficulty difficulties drooping ' +
  'blurry blurred vision hinchada hinchado hinchazon desmayo desmayar sangrando ampollas spreading convulsion seizure ' +
  'unconscious collapsed vomiting wheezing palpitations discharge oozing infected throat tongue fainted shivering ' +
  'flaking peeling itchy itching bruise bruising pimples soojan phail behosh respirar respiracion fiebre escalofrios'

function rowsIn(text: string): readonly SignRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', mark, rest = ''] = /^([a-z-]+)(!?): (.*)$/.exec(line) ?? []
      // The names above are signs of the engine; a test holds each against its list.
      const sign = name as Sign
      return {
        sign,
        isSevere: mark === '!',
        groups: rest.split(' + ').map(wordsOf),
      }
    })
}

function wordsOf(group: string): readonly string[] {
  return group
    .replaceAll(/@(\w+)/g, (_, name: string) => SHARED[name] ?? '')
    .split('|')
    .flatMap(spellings)
}

/** `Can't`, `won't` and `isn't` are also written out, or said of what was. */
function spellings(word: string): readonly string[] {
  const [first = '', ...rest] = word.split('_')
  return rest.length === 0
    ? [word]
    : [word, ...(ALSO[first] ?? []).map((one) => [one, ...rest].join('_'))]
}
