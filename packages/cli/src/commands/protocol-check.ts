import { checkProtocol, type ProtocolProof } from '@afterglow/engine'
import {
  done,
  issueText,
  type Ledger,
  type LocatedIssue,
  type Outcome,
  readLedgers,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import type { Request } from '../care.ts'
import { CHECK } from '../copy.ts'
import { noWords } from '../flags.ts'
import { type Look, page, paint, paragraph } from '../layout.ts'

interface Checked {
  readonly ledger: Ledger
  readonly proof: Omit<ProtocolProof, 'issues'>
  readonly issues: readonly LocatedIssue[]
}

/** `afterglow protocol check`: reads every file anew and proves what a form cannot say. */
export async function protocolCheck(request: Request): Promise<Outcome<Answer>> {
  const { flags } = request
  const stray = noWords(request, (word) => `another ledger is given by: --protocol ${word}`)
  if (!stray.ok) return stray
  const read = readLedgers(flags.protocol?.[0], { cache: false })
  if (!read.ok) return read
  const checked = read.value.map(checkLedger)
  const issues = checked.flatMap((one) => one.issues)
  return done({
    text: (look) => page(checked.flatMap((one) => checkedLines(look, one))),
    json: () => ({
      ok: issues.length === 0,
      protocols: checked.map(({ ledger, proof }) => ({
        code: ledger.protocol.code,
        version: ledger.protocol.version,
        ...proof,
      })),
      issues,
    }),
    exitCode: issues.length === 0 ? 0 : 2,
  })
}

function checkLedger(ledger: Ledger): Checked {
  const { issues, ...proof } = checkProtocol(ledger.protocol)
  return {
    ledger,
    proof,
    issues: issues.map((issue) => ({ ...issue, ...ledger.place(issue.expression) })),
  }
}

function checkedLines(look: Look, { ledger, proof, issues }: Checked): readonly string[] {
  const { code, version } = ledger.protocol
  const title = `${code} ${version}`
  if (issues.length > 0)
    return [
      paint(look, 'stop', CHECK.failed(title, issues.length)),
      ...issues.map((issue) => `  ${issueText(issue)}`),
    ]
  return [
    paint(look, 'go', CHECK.passed(title)),
    ...CHECK.proved(proof).flatMap((text) => paragraph(look, text)),
  ]
}
