import { configureGlobal } from 'fast-check'

/** Properties try the same cases in every run; `FC_SEED=... npm test` goes looking for others. */
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_122) })
