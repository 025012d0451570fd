import { describe, expect, it } from 'vitest'
import type { Account, StaffSession } from '../api/account.ts'
import { type Acting, tellOthers, whenOthersChange, whoOf } from './who.ts'

function account(session: Partial<StaffSession> | null): Account {
  // Whose it is and where is all that is read.
  return { session: session as StaffSession | null, clinics: [] }
}

const HERE = { userId: 'noor', clinicId: 'riverside' }

describe('whoOf', () => {
  it('is another one in another clinic, of another person, and of nobody', () => {
    const others = [{ ...HERE, clinicId: 'hillside' }, { ...HERE, userId: 'sol' }, null]
    const all = [HERE, ...others].map((one) => whoOf(account(one)))
    expect(new Set(all).size).toBe(4)
  })
})

describe('another window', () => {
  it('hears who acts from now on, and is heard', async () => {
    const window = new BroadcastChannel('afterglow.console')
    const heard = new Promise<Acting>((hear) => {
      whenOthersChange(hear)
    })
    const noor = { who: 'noor hillside', hasRunOut: false }
    window.postMessage(noor)
    expect(await heard).toEqual(noor)
    const told = new Promise<unknown>((tell) => {
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => tell(data))
    })
    const nobody = { who: '', hasRunOut: true }
    tellOthers(nobody)
    expect(await told).toEqual(nobody)
    window.close()
  })
})
