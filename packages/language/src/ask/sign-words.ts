import type { Sign } from '@afterglow/engine'

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
 * message, in any order: more words never take an alarm away.
 */
const ALARMS = `
confusion: unresponsive|wont_wake_up|cant_stay_awake|talking_gibberish|gibberish|delirando|hosh_mein_nahi
breathing-difficulty: breathing_through_a_straw|cant_get_air|out_of_breath|struggling_for_air|falta_el_aliento|cierra_la_garganta|throat_feels_narrow|throat_narrow|throat_is_closing|lips_turned_blue|lips_are_blue|blue_lips|lips_blue|labios_morados|hont_neelay|شفايفي_زرقا|need_an_ambulance|call_an_ambulance|should_i_go_to_a_e|ir_a_urgencias
facial-swelling: lip_has_gone_huge|lip_is_huge|lips_like_sausages|eyes_nearly_shut|eye_nearly_shut|tongue_is_getting_fat|tongue_is_fat|cara_como_un_globo|hont_phool|cant_swollow|cant_swallow
faintness: passed_clean_out|hit_the_floor|vahido
facial-weakness: corner_of_my_mouth_hangs|mouth_hangs|eyelid_wont_close|half_of_my_smile|face_numb_on|cayo_un_lado
vision-change: black_curtain|curtain_over|see_two_of|seeing_two|veo_todo_doble|veo_doble|no_veo_por|out_of_my_left_eye|out_of_my_right_eye|كل_شي_اثنين|cannot_see_a_word
rapid-pulse: heart_is_doing|heart_skipping|corazon_me_va|heart_skips
bleeding!: bleeding_isnt_slowing|bleeding_is_not_slowing|bleeding_all_night|still_bleeding_after|blood_just_keeps|keeps_coming_through|spurting|ما_وقف|الدم_ما
pain!: لا_يطاق|duele_cada_vez|duele_muchisimo|screaming_in_pain|nine_out_of_ten|ten_out_of_ten|pain_woke_me|isnt_touching_the_pain|not_touching_the_pain
purulent-discharge: gunge|creamy_discharge|infection|infeccion|انفیکشن|infected|weeps_and_smells|smells_off
spreading-erythema: all_the_way_down_my|hot_red_swollen|red_lines_running|rojez_aumenta|rojez_crece|rojo_cada_vez|mancha_roja_se|لالی_بڑھ*|lali_barh*|surkhi_barh*|soojan_barh*|الاحمرار_يزيد
breathing-difficulty: breath*|breth*|saans|sans|saas|سانس|respir* + cant|cannot|not|hard|harder|difficult*|dificil|dificultad|trouble|struggl*|short|shortness|problem*|tight|barely|unable|puedo|cuesta|falta|mushkil|nahi|nahin|takleef|taklif|tang|phool*|ruk*|مشکل|نہیں|تکلیف|رک|رکتی|پھول*|تنگ|weird|catch|heavy|dikkat|دقت|ahog*|تیز|tez|دشواری|dushwari|dushwaar*|دشوار*|masla|مسئلہ|اکھڑ*|ukhar*|labored|laboured|shallow|noisy|restrict*|struggling|fast
breathing-difficulty: ضيق_تنفس|ضيق_نفس|ضيق_في_التنفس|صعوبه_في_التنفس|صعوبه_تنفس|صعوبه_بالتنفس|اختناق|اختنق|breathless*|wheez*|gasp*|suffocat*|asfixi*|ahogo|ahogando|choking|dam_ghut*|دم_گھٹ*|me_ahogo|falta_de_aire|falta_el_aire|airways|anaphyla*|anafila*|sans_nahi|كتمه
breathing-difficulty: تنفس*|اتنفس|نفسي + صعوب*|صعب|ضيق*|لا|مش|ما|مو|مقطوع
breathing-difficulty: swallow*|halaq_se_neeche|tragar|nigal*|نگل*|بلع*|ابلع + دشواری|hurts|painful|struggl*|barely|cant|cannot|hard|trouble|difficult*|unable|puedo|cuesta|dificultad|mushkil|nahi|مشکل|نہیں|لا|صعوب*|صعب
facial-swelling: throat|garganta|gala|gale|halaq|halq|گلا|گلے|حلق*|حنجره + clos*|tight*|swell*|swoll*|cerr*|apret*|hinch*|inflam*|band|sooj*|suj*|soj*|بند|سوج*|tang|تنگ|تورم*|متورم*|ورم*|انتفاخ|منتفخ*|ضيق*|يغلق
facial-swelling: lip|lips|tongue|eye|eyes|eyelid|eyelids|mouth|labio*|lengua|ojo|ojos|parpado*|boca|hont|honth|hont*|zuban|aankh*|ankh*|ہونٹ*|زبان|آنکھ*|آنکھیں|شفا*|شفت*|شفه|لسان*|عين*|عيون* + swell*|swoll*|balloon*|hinch*|inflam*|sooj*|suj*|soj*|سوج*|ورم*|تورم*|متورم*|وارم*|انتفاخ|منتفخ*|انتفخ*
facial-swelling: face|facial|cara|rostro|chehra|chehre|munh|muh|chehry|وجهي|وجه|چہرہ|چہرے|منہ + swell*|swoll*|hinch*|sooj*|suj*|soj*|سوج*|ورم*|تورم*|متورم*|وارم*|انتفاخ|منتفخ*|انتفخ*|balloon*
faintness: dizz*|lightheaded*|light_headed|passed_out|pass_out|passing_out|black_out|blacked_out|blacking_out|blackout|collaps*|unconscious*|fainted|fainting|feel_faint|feeling_faint|felt_faint|to_faint|gonna_faint|almost_fainted|im_faint|faint_and|and_faint|very_faint|woozy|desmay*|mareo|mareos|mareada|mareado|mareando|desvanec*|chakkar|chakar|chakr|غشی|ghashi|behosh*|بیہوش*|بے_ہوش*|چکر|غشي|اغماء|اغمي|اغما|دوخه|دوار|دايخ*|يغمي|دخت|inconsciente
vision-change: vision|eyesight|sight|vista|nazar|نظر*|بصر*|رويه|بینائی + blur*|loss|lost|losing|double|doble|borros*|gone|worse|perd*|chang*|problem*|fuzzy|cloudy|dhundl*|dhundhl*|dhund*|دھندل*|مشوش*|ضباب*|kamzor|کمزور|زغلل*|nublad*|فقدان|فقدت|ضعف|ضعيف*
vision-change: blurred|blurry|going_blind|went_blind|seeing_double|see_double|cant_see_properly|cant_see_clearly|cant_see_well|cant_see_out|cant_see_from|cant_see_with|cant_see_anything|cannot_see_properly|cannot_see_clearly|cannot_see_out|cannot_see_anything|cannot_see_well|see_flashes|flashing_lights|no_veo_bien|veo_borroso|veo_doble|veo_mal|no_puedo_ver|زغلله|اشوف_مشوش|لا_اري|ما_اشوف|dhundla*|dhundhla*|دھندلا*|nazar_nahi|نظر_نہیں|dikh_nahi|dikhai_nahi|dikhna_band|دکھائی_نہیں
vision-change: eye|eyes|ojo|ojos|aankh*|ankh*|آنکھ*|عيني|عين + pain|painful|hurt*|duele*|dolor|dard|درد|الم|يولم*|تولم*
facial-weakness: face|eyelid|mouth|smile|cara|boca|sonrisa|chehra|chehre|munh|muh|وجه*|چہرہ|چہرے|منہ|فمي + droop*|dropped|drooping|lopsided|paraly*|crooked|twisted|caid*|torcid*|paraliz*|latak*|tedha|tehra|terha|ٹیڑھ*|لٹک*|شلل|مايل|متدلي|مرتخي|falij|فالج|cant_move|cannot_move|wont_move|weak|weakness|نزل|نازل
facial-weakness: stroke|bells_palsy|derrame_cerebral|جلطه|facial_droop
bleeding!: bleed*|blood|bloody|sangr*|khoon|khun|خون|نزيف|دم|ينزف|نزف*|تنزف + مسلسل|musalsal|تھم*|tham*|hours|pressing|pressure|unstoppable|kept|all_over|horas|ghante|گھنٹ*|wont_stop|not_stop*|doesnt_stop|dont_stop|cant_stop|isnt_stopping|didnt_stop|hasnt_stopped|will_not|never_stop*|nonstop|non_stop|heavy|heavily|lots|alot|a_lot|pouring|gush*|soak*|no_para|no_deja|no_se_detiene|mucho|mucha|ruk_nahi|nahi_ruk*|nahin_ruk*|band_nahi|nahi_band|bahut|bohat|bohot|نہیں_رک*|رک_نہیں|بند_نہیں|بہت|لا_يتوقف|ما_يوقف|ما_وقف|لم_يتوقف|مش_راضي|مستمر|شديد|غزير|كثير|بغزاره
bleeding: bleeding|bleeds|bleed|sangra|sangrando|sangrado|sangre|khoon_nikal*|khoon_aa|khoon_beh*|khoon_a|khun_nikal*|khun_aa|نزيف|ينزف|تنزف|نزف|خون_نکل*|خون_بہ*|خون_آ*|blood_coming|blood_is|oozing_blood|blood_everywhere|دم_ينزل|ينزل_دم|يطلع_دم
bleeding!: keeps_bleeding|keep_bleeding|keeps_on_bleeding|bleeding_for_hours|wont_stop_bleeding|hemorrhag*|haemorrhag*|hemorrag*
purulent-discharge: pus|puss|pusy|pussing|purulent*|peep|پیپ|صديد|قيح|supura*|infected|infectada|infectado|infectou|infectó|an_infection|انفیکشن_ہو|infection_ho|ملتهب_وصديد|ملوث
purulent-discharge: yellow|white|green|greenish|yellowish|cloudy|smelly|amarill*|verde|verdos*|peeli|peela|pila|hara|پیلا|پیلی|سبز|اصفر|صفرا*|اخضر + discharge|fluid|liquid|ooz*|gunk|goo|stuff|weep*|leak*|liquido|secrecion|paani|pani|پانی|مواد|رطوبت|سايل|سوايل|افراز*|مادہ|مادے|maada|madda|crust*|slime|sticky|dripping|substance|coming_out|leakage|drainage|material|matter
purulent-discharge: ooz*|weeping|leaking + smell*|stink*|yellow|green
spreading-erythema: red|redness|redder|rash|heat|hot|warm|warmth|rojo|roja|rojez|rojeces|enrojec*|sarpullido|calor|mancha_roja|lali|laali|lal|laal|surkhi|لالی|سرخی|سرخ|احمرار|احمر|حمار|طفح|الاحمرار + spreading|spread|spreads|bigger|larger|wider|creep*|travel*|tracking|moving|climbing|growing|expanding|extending|streak*|extiende|extendiendo|extendiendose|expande|expandiendo|propaga*|phail*|phel*|fail_rah*|fail_gay*|پھیل*|ينتشر|تنتشر|منتشر|انتشر|بينتشر|عم_ينتشر|ينتشرر|يتوسع|يكبر
spreading-erythema: red_streak*|red_line_going|red_lines_going|lineas_rojas
spreading-erythema: red|redness|redder|roja|rojo|lal|laal|سرخ|احمر|احمرار + hot|hotter|heat|burning|caliente|garam|گرم|ساخن*|حار + worse|worsening|increasing|more_and|peor|empeora*|zyada|barh*|badh*|زیادہ|بڑھ*|اسوا|يزداد|يزيد|bigger|every_day|each_day|spreading
vesicles: blister*|cold_sore*|coldsore*|herpes|ampolla|ampollas|ampoll*|fuego_labial|chhala|chhale|chhaale|chaale|chhalay|chalay|چھال*|آبل*|aable|abla|نفطات|نفاطات|فقاعات|فقاقيع|هربس|هربز|قروح|shingles|vesicle*|calentura_en_el_labio|fluid_filled|بثور_ماييه|حويصل*|بثور_مايي*
fever: fever|feverish|fevers|chills|shivering|shivers|shivery|fiebre|calentura|escalofrio*|bukhar|bukhaar|bhukar|bukhr|بخار|حمي|حرارتي|سخونه|سخونيه|قشعريره|kapkapi|کپکپی|thand_lag*|febril|rigors|burning_up
fever: temperature|temp|temperatura|حراره|درجه_حراره|درجه_حرارتي + high|fever|running|raised|alta|tengo|مرتفع*|عاليه|i_have_a|got_a|have_a|been|degrees|grados|tez
pain!: stronger|sharp|awake|unable|is_a_9|is_a_8|is_a_10|is_9|is_8|is_10|تیز|tez|10/10|9/10|8/10|7/10|agonising|agonizing|stabbing|shooting|unbelievable|severe|severely|unbearable|excruciating|extreme|extremely|intense|terrible|horrible|awful|worst|insoportable|fuerte|fuertes|intenso|severo|mucho|terrible|shadeed|shadid|bohat|bahut|bohot|bardasht|شدید|بہت|ناقابل|برداشت|شديد|يحتمل|قوي|فظيع|worse|worsening|increasing|peor|empeor*|barh*|badh*|بڑھ*|يزداد|يزيد|اسوا|throbbing|unreal|really_bad|so_bad|so_much|crazy + pain|painful|pains|hurt|hurts|hurting|aching|dolor|duele|duelen|dard|درد|الم|وجع|يولم*|تولم*|بتوجع*|يوجع*
pain!: very_painful|so_painful|really_painful|agony|in_agony|killing_me|10_out_of_10|9_out_of_10|8_out_of_10
urticaria: hives|hive|welts|welt|wheals|urticaria|ronchas|habones|allergic_reaction|reaccion_alergica|شري|ارتكاريا|شرا|chapaki|dhapad|چھپاکی|رد_فعل_تحسسي|رد_فعل_تحسسيه|rash|rashes|sarpullido|erupcion|طفح|دھپڑ*|dhappar|dhapar|الرجی_ہو|allergy_ho|حساسيه_شديده
confusion: slurr*|disorient*|delirious|feel_confused|feeling_confused|confused_and|suddenly_confused|very_confused_and|confundida_y|confundido_y|desorientad*|hard_to_wake|cant_speak|cant_talk|هذيان|تلعثم|بہکی|زبان_لڑکھڑا*|بولا_نہیں|bola_nahi|zuban_larkhara*|بولنے_میں|bolne_mein|speech_is|hard_to_speak|hard_to_talk|not_making_sense|talking_nonsense|الٹی_سیدھی|باتیں_الٹی|کچھ_سمجھ_نہیں|ulti_seedhi|ulti_sidhi|kuch_samajh_nahi|habla_raro|no_sabe_donde_esta|doesnt_know_where|dont_know_where_i_am|acting_confused|really_confused|ما_عم_يفهم|مو_فاهم_شي
rapid-pulse: دھڑکن|dharkan|dhadkan|heart|heartbeat|pulse|corazon|pulso|dil|دل|قلبي|قلب|نبض* + racing|races|fast|pounding|rapid|acelerad*|rapido|tez|dhadak*|تیز|دھڑک*|سريع*|يتسارع|beating_so|muy_rapido|يدق_بسرعه
rapid-pulse: palpitation*|palpitacion*|taquicardia|خفقان
vomiting: vomit*|throwing_up|threw_up|throw_up|puking|puked|been_sick|being_sick|vomitando|ulti|ultiyan|ultian|ultiya|الٹی|الٹیاں|قے|استفراغ|استفرغ|اتقيا|تقيو|ترجيع|ارجع_كل
clammy-skin: clammy|cold_sweat|cold_sweats|sudor_frio|sudores_frios|thanda_paseena|thanday_paseenay|عرق_بارد|ٹھنڈا_پسینہ|ٹھنڈے_پسینے
seizure: seizure*|convuls*|having_a_fit|had_a_fit|having_fits|daura|dora_para|dauray|دورہ_پڑ*|دورے|تشنج*|mirgi|صرع|jhatke
chest-pain: chest|pecho|seena|seene|sine|سینے|سینہ|صدري|صدر + pain|pains|hurts|hurt|hurting|tight|tightness|pressure|dolor|duele|opresion|presion|dard|درد|الم|ضغط|ضيق|وجع
chest-pain: heart_attack|infarto|dil_ka_daura|دل_کا_دورہ|ازمه_قلبيه|جلطه_قلبيه
breathing-difficulty: hard_time_breathing|no_air|not_getting_air|gasping|stridor|saans_phool*|سانس_پھول*|سانس_رک*|me_falta_el_aire|مو_قادر_اتنفس|gagging|airless
facial-swelling: swollen_shut|swelled_shut|puffed_up|ballooned|like_a_balloon|eyes_wont_open|barely_open_my_eye*|hardly_open_my_eye*|cant_open_my_eye|cant_open_my_eyes|tongue_feels_thick|tongue_feels_big|lips_feel_huge|throat_feels_full|throat_itches|lump_in_my_throat|throat_tight|como_globo|angioedema
faintness: lost_consciousness|went_black|going_black|room_is_spinning|everything_is_spinning|everything_spinning|feel_really_unwell|سامنے_اندھیرا|samne_andhera|head_is_spinning|head_spinning|vertigo|nearly_passed|feel_very_unwell|feel_very_ill|feel_really_ill|keeled_over|perdi_el_conocimiento|me_desmaye|غبت_عن_الوعي|فقدت_الوعي|ghoom_raha_hai|ghum_raha_hai|sar_ghoom*|sir_ghoom*|آنکھوں_کے_سامنے_اندھیرا|aankhon_ke_samne_andhera|سر_گھوم*
vision-change: نظر_کم|نظر_چلی|sight_went|vision_went_funny|sight_is_going|cant_see|cannot_see|lost_my_sight|vision_went|everything_is_blurry|se_me_nubla|se_nubla|ما_عم_شوف|نظري_مغبش|مغبش*|غباش*|andhera|floaters
facial-weakness: cant_smile|cant_close_my_eye|cannot_smile|face_is_numb_on_one|one_side_numb|side_of_my_face_is_numb|boca_torcida|cara_dormida|munh_tedha|وجهي_مايل|وجهي_نازل|wonky_smile|isnt_moving|on_one_side_of_my_face|weak_on_one_side|numb_on_one_side|numb_and_weak|wont_move|uneven_smile|smile_is_uneven|half_my_face|half_of_my_face|آدھا_چہرہ|aadha_chehra|adha_chehra|نصف_وجهي|mitad_de_la_cara
bleeding!: soaked_through|bleeding_through|wont_clot|blood_running|blood_keeps|running_down|dripping_blood|blood_dripping|pouring_blood|blood_pouring|bleeding_everywhere|covered_in_blood|sangrado_abundante|no_para_de_sangrar|no_deja_de_sangrar|خون_رکتا_نہیں|khoon_rukta_nahi|khoon_nahi_ruk*|الدم_ما_بيوقف|نزيف_قوي
purulent-discharge: abscess|a_boil|boils|absceso|honey_colored|honey_coloured|yellow_crust*|yellow_scab*|smells_bad|smells_rotten|smells_funny|bad_smell|foul|huele_mal|پس_نکل*|پس_آ*|پس_ہے|weeping_skin|skin_is_weeping|costra_amarilla|costras_amarillas|mawad|مواد|cellulitis|celulitis|sepsis|septic|mrsa|ريحه_كريهه|رايحه_كريهه|badboo|badbu|بدبو|supurando|يطلع_ماده|impetigo|necro*|turning_black|gone_black|went_black_and|skin_is_black|gangrene|se_infecto|se_me_infecto|التهاب_بكتيري|infected_spot|getting_infected|looks_infected|oozes|oozing|goop|gunk|رطوبت|رس_رہ*
spreading-erythema: سرخ_لکیر*|lal_lakeer*|خطوط_حمرا|throbbing_hot|hot_throbbing|red_lines|redness_keeps_spreading|getting_bigger_and_hotter|rojez_se_extiende|hot_to_the_touch_and|hot_and_swollen|hot_swollen|throbbing_and_hot|hot_and_throbbing|caliente_e_hinchad*|حمره + hot|spread*|spreading|growing|bigger|neck|up|warm|heat|throbbing|swollen|extiende|تنتشر|منتشر*|phail*|caliente|hinchad*
vesicles: water_bubbles|clear_bubbles|little_bubbles|tiny_bubbles|fluid_bumps|bubbles_on_my|bubbles_around|filled_with_fluid|water_filled|ہونٹ_پر_زخم|ہونٹ_کے_پاس_زخم|پھنسیاں_پانی|filled_with_water|with_clear_fluid|clear_fluid|fuegos|vesicula*|burbujas|pani_wale_dane|پانی_والے_دانے|حبوب_فيها_مويه|حبوب_مايي*|حبوب_فيها_ماء|pani_bhare|boca_con_ampollas|herpetic|sores|ulcer*|llagas|llaga|چھالا
vesicles: tingl*|hormigueo|jhunjhun* + lip|lips|mouth|bumps|labio*|cluster|hont*|honth
fever: a_temp|feverdecimal|سردی_لگ*|sardi_lag*|boiling_hot|feel_fluey|fluey|high_temp|flu_like|hot_and_cold|thermometer|termometro|shaking|tengo_temperatura|سخنه|حراره_جسمي|حرارته|tez_garam_jism|taap
fever: temperature|temp|temperatura|حراره|حرارتي|درجه + feverdegrees
pain!: cant_sleep_from_pain|crying_in_pain|crying_from|painkillers_not|painkillers_dont|pain_is_not_going|more_painful|hurting_more|hurts_more|hurts_a_lot|hurts_like_hell|hurts_so|hurts_really|hurts_too|pain_level|worst_pain|10_10|9_10|8_10|me_duele_demasiado|dolor_que_no|dard_nahi_ja*|وجع_قوي|الم_فظيع|pain_keeps
urticaria: itchy_all_over|itching_all_over|whole_body_itch*|reaction_all_over|allergy_attack|حساسيه_قويه|حساسيه_بجسمي|الرجي
rapid-pulse: heart_is_going|heart_going|heart_wont_slow|heart_thumping|beating_out_of|دل_گھبرا*|قلبي_يدق|قلبي_بيدق|قلبي_عم_يدق
vomiting: sick_to_my_stomach_and|keep_being_sick|cant_keep_anything_down|kept_vomiting|chuck_up|chucking_up|vomite|vomito|devolviendo|ultian_aa|اتقيء|بستفرغ
clammy-skin: sweaty_and_pale|pale_and_sweaty|cold_and_sweaty|shaky_and_sweaty
seizure: like_a_fit|kind_of_fit|kind_of_a_fit|sort_of_fit|sort_of_a_fit|had_fits|into_a_fit|a_fit_and|jerking|fit_on|took_a_fit|ataque_epileptico|convulsionando
chest-pain: tight_chest|chest_is_tight|pressure_in_my_chest|me_aprieta_el_pecho
`

/** Signs that are part of the usual course, or for the clinic where they trouble: read where no subject's name stands. */
const OTHERS = `
erythema: red|redness|redder|flushed|pink|pinkness|sunburned|sunburnt|rojo|roja|rojez|rojeces|enrojec*|lal|laal|lali|laali|surkhi|لالی|سرخی|سرخ|لال|احمرار|احمر|حمرا|محمر*|حمار
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

/** Beginnings of what is no alarm, though an alarm begins alike. */
export const HARMLESS: readonly string[] =
  'cant_see_any_result|cant_see_any_results|cant_see_any_difference|cant_see_any_change|cant_see_any_improvement|cant_see_a_difference|cant_see_results|cant_see_the_results|cant_see_the_difference|cant_see_why|cant_see_that_it|cant_see_my_dermatologist|cannot_see_any_results|cannot_see_any_difference|cannot_see_a_difference|cannot_see_results|cannot_see_the_results|cannot_see_the_difference|blood_thinner|blood_thinners|blood_test|blood_pressure'.split(
    '|',
  )

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
        groups: rest.split(' + ').map((one) => one.split('|')),
      }
    })
}
