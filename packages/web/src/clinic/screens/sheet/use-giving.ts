import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { type Invitation, invite, revokeInvitation } from '../../api/invitations.ts'
import { type Receipt, writeReceipt } from '../../api/receipts.ts'
import { useConsole } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import { type Sending, useSending } from '../../components/use-sending.ts'

interface GivingOf {
  readonly patientId: string
  /** Of the plan that stands on the paper. */
  readonly planHash: string
}

export interface Giving extends Linking {
  readonly isBusy: boolean
  /** What was written down for the paper; it stands at its foot. */
  readonly printed: Receipt | null
  readonly print: () => void
}

/** Gives the plan by paper, link or message, and writes each down; paper is printed once it is. */
export function useGiving({ patientId, planHash }: GivingOf): Giving {
  const sending = useSending(['receipts'])
  const [printed, setPrinted] = useState<Receipt | null>(null)
  usePrinting(printed, { patientId, planHash })
  const printSheet = async (): Promise<void> => {
    const written = await sending.sent(writeReceipt(patientId, 'sheet'))
    if (written) setPrinted(written)
  }
  return {
    ...useLinking(patientId, sending),
    isBusy: sending.isBusy,
    printed,
    print: () => void printSheet().catch(reportError),
  }
}

interface Linking {
  /** The link as it is shown this once, and on the paper. */
  readonly invitation: Invitation | null
  readonly showLink: () => void
  readonly sendLink: (by: 'email' | 'sms') => Promise<boolean>
}

function useLinking(patientId: string, { sent }: Sending): Linking {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const takeBack = async ({ invitationId }: Invitation): Promise<void> => {
    const reply = await revokeInvitation(patientId, invitationId)
    if (!reply.ok) return sayProblem(reply.problem)
    setInvitation(null)
    say(i18n._({ id: 'sheet-page.link.withdrawn', message: 'The link is good no longer.' }))
  }
  const linkBy = async (send: 'email' | 'sms' | 'none'): Promise<boolean> => {
    const made = await sent(invite(patientId, { send }))
    if (!made) return false
    setInvitation(made)
    const kind = send === 'none' ? 'link' : 'message'
    const written = await sent(writeReceipt(patientId, kind))
    const text =
      send === 'none'
        ? i18n._({ id: 'sheet-page.link.made', message: 'The link is made.' })
        : i18n._({ id: 'sheet-page.link.sent', message: 'The link is on its way.' })
    if (written) say(text, () => takeBack(made))
    return true
  }
  return {
    invitation,
    showLink: () => void linkBy('none').catch(reportError),
    sendLink: linkBy,
  }
}

/** Prints once the paper shows the very plan that was written down: it is read again where it does not. */
function usePrinting(receipt: Receipt | null, { patientId, planHash }: GivingOf): void {
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (receipt === null || done.current === receipt.receiptId) return
    if (receipt.planHash !== planHash) {
      void readAgain('patients', patientId, 'session')
      return
    }
    done.current = receipt.receiptId
    print()
  }, [receipt, planHash])
}
