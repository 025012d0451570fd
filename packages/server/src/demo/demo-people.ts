/** Made-up patients, told by how long ago: whenever the clinic is filled, they are on different days. */

/** Something that happened so many hours ago; below 0, so many hours from now. */
interface Ago {
  readonly hoursAgo: number
}

export interface DemoSession extends Ago {
  readonly needleDepthMm: number
  readonly bodySites?: readonly string[]
  readonly adjuncts?: readonly string[]
  readonly device?: string
  readonly indications?: readonly string[]
  readonly sessionNumber: number
}

export interface DemoCheckIn extends Ago {
  readonly symptoms: readonly { readonly name: string; readonly severity: number | string }[]
  readonly notes?: string
}

interface DemoMessage extends Ago {
  readonly from: 'patient' | 'clinic'
  readonly body: string
}

export interface DemoPatient {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly locale?: 'en' | 'es' | 'ar' | 'ur'
  readonly skin: string | null
  readonly medicines?: readonly string[]
  readonly history?: readonly string[]
  readonly sessions: readonly DemoSession[]
  /** Where none are named, those of a usual course follow each session that is over. */
  readonly checkIns?: readonly DemoCheckIn[]
  readonly messages?: readonly DemoMessage[]
  /** Whether there are photos, with the consent for them. */
  readonly photosHoursAgo?: readonly number[]
  readonly consents?: readonly string[]
}

const DAY = 24
const WEEK = 7 * DAY

export const DEMO_PATIENTS: readonly DemoPatient[] = [
  {
    name: 'Marta Ruiz',
    email: 'marta@patient.example',
    locale: 'es',
    skin: 'II',
    sessions: [
      { hoursAgo: 5 * WEEK, needleDepthMm: 1.5, sessionNumber: 1 },
      { hoursAgo: 3 * DAY + 2, needleDepthMm: 2, sessionNumber: 2, indications: ['acne-scars'] },
    ],
    checkIns: [
      { hoursAgo: 2 * DAY, symptoms: [{ name: 'erythema', severity: 'moderate' }] },
      {
        hoursAgo: 0.6,
        symptoms: [
          { name: 'spreading-erythema', severity: 'moderate' },
          { name: 'warmth', severity: 5 },
          { name: 'pain', severity: 6 },
        ],
        notes: 'It is hotter than yesterday and the red part on my left cheek is bigger.',
      },
    ],
  },
  {
    name: 'Grace Mensah',
    email: 'grace@patient.example',
    skin: 'VI',
    sessions: [{ hoursAgo: 9 * DAY + 3, needleDepthMm: 1, sessionNumber: 1 }],
    checkIns: [
      { hoursAgo: 8 * DAY, symptoms: [{ name: 'tightness', severity: 'mild' }] },
      {
        hoursAgo: 2.2,
        symptoms: [
          { name: 'exfoliation', severity: 'moderate' },
          { name: 'itch', severity: 'mild' },
        ],
        notes: 'Still flaking on the chin.',
      },
    ],
  },
  {
    name: 'Omar Siddiqui',
    phone: '+971501234567',
    locale: 'ur',
    skin: 'V',
    medicines: ['anticoagulant'],
    sessions: [{ hoursAgo: 6 * DAY + 5, needleDepthMm: 1.5, sessionNumber: 1 }],
    checkIns: [{ hoursAgo: 3.1, symptoms: [{ name: 'edema', severity: 'moderate' }] }],
  },
  {
    name: 'Leila Haddad',
    email: 'leila@patient.example',
    locale: 'ar',
    skin: 'IV',
    sessions: [
      { hoursAgo: 1, needleDepthMm: 1.5, sessionNumber: 1, adjuncts: ['hyaluronic-acid'] },
    ],
  },
  {
    name: 'Anna Kowalska',
    email: 'anna@patient.example',
    skin: 'I',
    sessions: [
      { hoursAgo: 10 * WEEK, needleDepthMm: 0.5, sessionNumber: 1 },
      { hoursAgo: 5 * WEEK + DAY, needleDepthMm: 1, sessionNumber: 2 },
      { hoursAgo: 2 * DAY + 1, needleDepthMm: 1, sessionNumber: 3 },
      { hoursAgo: -4 * WEEK, needleDepthMm: 1, sessionNumber: 4 },
    ],
    checkIns: [
      { hoursAgo: 10 * WEEK - DAY, symptoms: [{ name: 'erythema', severity: 4 }] },
      { hoursAgo: 10 * WEEK - 3 * DAY, symptoms: [{ name: 'exfoliation', severity: 2 }] },
      { hoursAgo: 5 * WEEK, symptoms: [{ name: 'erythema', severity: 5 }] },
      { hoursAgo: 5 * WEEK - 2 * DAY, symptoms: [{ name: 'exfoliation', severity: 3 }] },
      {
        hoursAgo: DAY,
        symptoms: [
          { name: 'erythema', severity: 4 },
          { name: 'tightness', severity: 3 },
        ],
      },
      {
        hoursAgo: 5,
        symptoms: [
          { name: 'erythema', severity: 2 },
          { name: 'exfoliation', severity: 2 },
        ],
      },
    ],
    messages: [
      { hoursAgo: 26, from: 'patient', body: 'Can I go back to my vitamin C serum this weekend?' },
      {
        hoursAgo: 25,
        from: 'clinic',
        body: 'Please wait: your plan shows the day it opens. Until then only the gentle cleanser and the moisturiser.',
      },
      { hoursAgo: 4, from: 'patient', body: 'Thank you. The flaking has started, is that early?' },
    ],
    photosHoursAgo: [10 * WEEK - DAY, 5 * WEEK, DAY],
    consents: ['care', 'email'],
  },
  {
    name: 'Noura Al Mansoori',
    email: 'noura@patient.example',
    locale: 'ar',
    skin: 'IV',
    sessions: [
      { hoursAgo: 9 * WEEK, needleDepthMm: 1.5, sessionNumber: 1 },
      { hoursAgo: 4 * WEEK + 3 * DAY, needleDepthMm: 1.5, sessionNumber: 2 },
    ],
  },
  {
    name: 'Thandiwe Nkosi',
    email: 'thandiwe@patient.example',
    skin: 'VI',
    sessions: [{ hoursAgo: -3 * DAY, needleDepthMm: 1, sessionNumber: 1 }],
  },
  {
    name: 'James Whitfield',
    skin: 'III',
    history: ['herpes-simplex'],
    sessions: [
      { hoursAgo: 12 * WEEK, needleDepthMm: 2, sessionNumber: 1, bodySites: ['face', 'neck'] },
    ],
  },
  {
    name: 'Priya Raman',
    email: 'priya@patient.example',
    skin: 'V',
    sessions: [
      { hoursAgo: DAY + 4, needleDepthMm: 1.5, sessionNumber: 1, indications: ['melasma'] },
    ],
    checkIns: [
      {
        hoursAgo: 7,
        symptoms: [
          { name: 'erythema', severity: 3 },
          { name: 'pinpoint-bleeding', severity: 1 },
        ],
      },
    ],
  },
  {
    name: 'Fatima Zahra Benali',
    email: 'fatima@patient.example',
    locale: 'ar',
    skin: 'IV',
    sessions: [{ hoursAgo: 4 * DAY, needleDepthMm: 1, sessionNumber: 1, bodySites: ['neck'] }],
    checkIns: [{ hoursAgo: 20, symptoms: [{ name: 'exfoliation', severity: 2 }] }],
  },
  {
    name: 'Chloe Bennett',
    email: 'chloe@patient.example',
    skin: 'II',
    history: ['active-acne'],
    sessions: [
      { hoursAgo: 2 * WEEK, needleDepthMm: 1.5, sessionNumber: 1, adjuncts: ['prp'] },
      { hoursAgo: -2 * WEEK - DAY, needleDepthMm: 1.5, sessionNumber: 2 },
    ],
  },
  {
    name: 'Diego Fernández',
    locale: 'es',
    skin: 'IV',
    sessions: [
      {
        hoursAgo: 30,
        needleDepthMm: 2,
        sessionNumber: 1,
        device: 'rf',
        indications: ['loose-skin'],
      },
    ],
  },
  {
    name: 'Hannah Lee',
    email: 'hannah@patient.example',
    skin: 'III',
    sessions: [
      { hoursAgo: 16 * WEEK, needleDepthMm: 1, sessionNumber: 1 },
      { hoursAgo: 11 * WEEK, needleDepthMm: 1, sessionNumber: 2 },
      { hoursAgo: 6 * WEEK, needleDepthMm: 1.5, sessionNumber: 3 },
    ],
  },
  {
    name: 'Samuel Adeyemi',
    phone: '+971502345678',
    skin: 'VI',
    history: ['keloid'],
    sessions: [{ hoursAgo: 13 * DAY, needleDepthMm: 1, sessionNumber: 1, bodySites: ['scalp'] }],
  },
  {
    name: 'Zainab Qureshi',
    email: 'zainab@patient.example',
    locale: 'ur',
    skin: null,
    sessions: [{ hoursAgo: 5, needleDepthMm: 1.5, sessionNumber: 1 }],
  },
  {
    name: 'Elena Popescu',
    email: 'elena@patient.example',
    skin: 'II',
    sessions: [{ hoursAgo: 20 * DAY, needleDepthMm: 1.5, sessionNumber: 1 }],
  },
  {
    name: 'Ravi Patel',
    email: 'ravi@patient.example',
    skin: 'V',
    medicines: ['nsaid'],
    sessions: [{ hoursAgo: 7 * DAY - 1, needleDepthMm: 1.5, sessionNumber: 1 }],
  },
  {
    name: 'Mei-Ling Chan',
    email: 'meiling@patient.example',
    skin: 'III',
    sessions: [
      { hoursAgo: 10 * WEEK, needleDepthMm: 1.5, sessionNumber: 1 },
      { hoursAgo: 5 * WEEK + 2 * DAY, needleDepthMm: 1.5, sessionNumber: 2 },
    ],
  },
  {
    name: 'Amina Yusuf',
    email: 'amina@patient.example',
    skin: 'VI',
    sessions: [{ hoursAgo: 6 * WEEK + DAY, needleDepthMm: 1.5, sessionNumber: 1 }],
  },
  {
    name: 'Sofia Marques',
    email: 'sofia@patient.example',
    skin: 'III',
    sessions: [
      { hoursAgo: 8 * WEEK, needleDepthMm: 1, sessionNumber: 1 },
      { hoursAgo: 3 * WEEK + 4 * DAY, needleDepthMm: 1, sessionNumber: 2 },
    ],
  },
  {
    name: 'Kwame Boateng',
    email: 'kwame@patient.example',
    skin: 'VI',
    sessions: [{ hoursAgo: 4 * WEEK, needleDepthMm: 1, sessionNumber: 1 }],
  },
]
