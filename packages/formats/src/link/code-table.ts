/**
 * What stands for a word in a link, and in a short code: its place here. Published, and append-only: a word keeps its place
 * for ever, also one that the engine or the ledger no longer knows, so that a link on paper never changes its meaning.
 */
export const CODE_TABLE = {
  procedures: wordsOf(`
    microneedling chemical-peel laser exosomes other radiofrequency-microneedling
    microdermabrasion dermaplaning ipl botulinum-toxin fillers
  `),
  devices: wordsOf(`
    pen stamp roller rf unknown
  `),
  bodySites: wordsOf(`
    face neck chest scalp hands arms abdomen back buttocks legs other
  `),
  adjuncts: wordsOf(`
    prp hyaluronic-acid chemical-peel laser exosomes other
  `),
  settings: wordsOf(`
    clinic home
  `),
  indications: wordsOf(`
    acne-scars scars fine-lines texture hyperpigmentation melasma stretch-marks blackheads
    sun-damage loose-skin hair-loss drug-delivery
  `),
  history: wordsOf(`
    herpes-simplex keloid diabetes pregnancy breastfeeding immunosuppression bleeding-disorder
    active-acne eczema metal-allergy smoker isotretinoin-last-6-months
  `),
  medicines: wordsOf(`
    anticoagulant antiplatelet nsaid steroid immunosuppressant isotretinoin herbal-supplement
  `),
  signs: wordsOf(`
    erythema edema pinpoint-bleeding petechiae tightness dryness itch tenderness pain warmth
    exfoliation crusting bruising pigment-change papules pustules vesicles purulent-discharge
    spreading-erythema fever nodule raised-scar linear-scars swollen-lymph-nodes urticaria
    facial-swelling breathing-difficulty faintness vision-change facial-weakness bleeding
    confusion rapid-pulse vomiting clammy-skin seizure chest-pain
  `),
  /** Of the ledger, and what else an event may name: the holds of the series. */
  subjects: wordsOf(`
    acids adapalene aha alcohol-based-products alcohol aloe-vera anti-inflammatory-cream
    antibiotic-cream anticoagulants antiplatelets aspirin-for-pain azelaic-acid bare-skin
    barrier-cream bath benzoyl-peroxide bha blood-thinners botulinum-toxin calming-serum
    ceramides chamomile chemical-peel chemical-sunscreen cleansing daily-life dirty-face-mask
    dirty-makeup-tools dirty-phone essential-oils exercise-and-sweating exercise exfoliants
    extreme-temperature eye-makeup fillers foaming-cleanser foundation fragrance gentle-care
    gentle-cleanser gentle-soap gentle-walking glycerin glycolic-acid hair-dye
    hair-removal-cream hair-removal hair-washing hat-and-shade healthy-food-and-water
    heat-and-water herbal-cream herbal-supplements hot-bath hot-shower hot-tub hot-water
    hyaluronic-acid hydrating-mask ibuprofen ice-pack irritating-products isotretinoin
    lactic-acid laser-hair-removal laser-treatment lip-makeup low-dose-aspirin lukewarm-shower
    lukewarm-water makeup medicines microblading microdermabrasion mineral-makeup
    mineral-sunscreen minoxidil moisturiser new-products niacinamide normal-activities nsaids
    oat open-water-swimming other-treatments painkillers paracetamol peptides pha physical-scrub
    picking pool-swimming prescribed-anti-inflammatories prescription-retinoids retinoids
    retinol rubbing salicylic-acid salon-facial sauna scratching self-tanner shaving
    skin-contact skin-lightening-cream skin-products sleep-on-back sleep-on-side-or-front
    smoking-and-alcohol smoking steam-room steroid-cream strenuous-exercise strong-cleanser
    sun-exposure sunbed sunscreen sweating swimming tanning tattooing threading tinted-sunscreen
    touching-with-unwashed-hands touching unclean-things unprescribed-treatments unwashed-linen
    usual-skincare-routine vitamin-c-derivatives vitamin-c waxing next-session not-settled
    possible-infection possible-cold-sore possible-reaction scar-or-colour-change still-bleeding
    after-an-emergency-sign pregnancy-or-nursing breakout-or-eczema keloid-tendency
    bleeding-disorder blood-thinner weak-immunity other-procedure
  `),
} as const

function wordsOf(table: string): readonly string[] {
  return table.trim().split(/\s+/)
}
