import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { SMTPServerSession } from 'smtp-server'
import { expect, it } from 'vitest'
import { createMailer, type Mail, type MailerConfig } from './mail.ts'
import { testCertificate } from './testing/certificate.ts'
import { answer, localSmtp } from './testing/smtp-server.ts'

const mail: Mail = {
  to: 'layla@example.org',
  subject: 'خطة التعافي: هناك ما يحين موعده',
  text: 'مرحبا',
  html: '<!doctype html><html lang="ar" dir="rtl"><body><p>مرحبا</p></body></html>',
  messageId: '<d1@app.example.org>',
  listUnsubscribeUrl: `https://app.example.org/u/${'a'.repeat(120)}`,
  locale: 'ar',
  inReplyTo: '<d0@app.example.org>',
}

async function sent(config: Partial<MailerConfig> & { readonly host: string }, one: Mail = mail) {
  const { host, ...rest } = config
  const mailer = createMailer({ url: `smtp://${host}`, from: 'Clinic <care@example.org>', ...rest })
  try {
    return await mailer.send(one)
  } finally {
    mailer.close()
  }
}

it('delivers both texts under the message id it was given, with the headers for machines', async () => {
  await using server = await localSmtp()
  expect(await sent(server)).toEqual({ kind: 'accepted', providerId: mail.messageId })
  const [got] = await server.mails()
  expect(got).toMatchObject({
    subject: mail.subject,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    html: mail.html,
  })
  expect(got?.text?.trim()).toBe(mail.text)
  expect(got?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(got?.headers.get('x-auto-response-suppress')).toBe('All')
  expect(got?.headers.get('content-language')).toBe('ar')
  expect(got?.headers.has('x-mailer')).toBe(false)
  expect(got?.headers.get('list')).toMatchObject({ unsubscribe: { url: mail.listUnsubscribeUrl } })
  expect(server.raw[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
})

it('promises one click to https alone, and nothing where there is nothing to leave', async () => {
  await using server = await localSmtp()
  const { listUnsubscribeUrl: _, ...bare } = mail
  await sent(server, { ...bare, listUnsubscribeUrl: 'http://localhost:8080/u/1' })
  await sent(server, bare)
  expect(server.raw[0]).toContain('List-Unsubscribe: <http://localhost:8080/u/1>')
  expect(server.raw.join('')).not.toContain('One-Click')
  expect(server.raw[1]).not.toContain('List-Unsubscribe')
})

it.each([
  [550, '5.1.1 no such user', 'gone', 'SMTP 550 5.1.1 RCPT TO'],
  [550, 'no such user', 'gone', 'SMTP 550 RCPT TO'],
  [550, '5.2.1 closed', 'gone', 'SMTP 550 5.2.1 RCPT TO'],
  [553, '5.1.8 your domain', 'refused', 'SMTP 553 5.1.8 RCPT TO'],
  [550, '5.7.1 relaying denied', 'refused', 'SMTP 550 5.7.1 RCPT TO'],
  [552, '5.2.2 full', 'refused', 'SMTP 552 5.2.2 RCPT TO'],
  [450, '4.2.1 greylisted', 'retry', 'SMTP 450 4.2.1 RCPT TO'],
])('takes %i %s at the recipient as %s', async (code, text, kind, reason) => {
  await using server = await localSmtp({
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: ({ address }, _session, done) => done(answer(code, `${text} <${address}>`)),
  })
  expect(await sent(server)).toEqual({ kind, reason })
})

it('takes a message refused after its text as a dead letter, and one deferred as not', async () => {
  for (const [code, kind] of [
    [554, 'refused'],
    [451, 'retry'],
  ] as const) {
    await using server = await localSmtp({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(answer(code, 'spam')))
      },
    })
    expect((await sent(server)).kind).toBe(kind)
  }
})

it('tries again, once for each call, when the connection breaks in the middle of the text', async () => {
  let attempts = 0
  await using server = await localSmtp({
    onData: (stream, session) => {
      attempts += 1
      stream.resume()
      stream.on('end', () => server.drop(session))
    },
  })
  expect((await sent(server)).kind).toBe('retry')
  expect(attempts).toBe(1)
})

it('tries again when nobody answers', async () => {
  const result = await sent({ host: '127.0.0.1:1' })
  expect(result).toMatchObject({ kind: 'retry' })
})

it('signs in, and keeps the message while the password is wrong', async () => {
  await using server = await localSmtp({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'us@er' && password === 'p:w') done(null, { user: 'us' })
      else done(answer(535, '5.7.8 no'))
    },
  })
  expect((await sent({ host: `us%40er:p%3Aw@${server.host}` })).kind).toBe('accepted')
  const result = await sent({ host: `us%40er:wrong@${server.host}` })
  expect(result.kind).toBe('retry')
  expect(JSON.stringify(result)).not.toContain('wrong')
})

it('takes up TLS where it is required, and from the first byte with smtps', async () => {
  const wasSecure: unknown[] = []
  const options = {
    ...testCertificate,
    disabledCommands: [],
    onMailFrom: (_from: unknown, { secure }: SMTPServerSession, done: () => void) => {
      wasSecure.push(secure)
      done()
    },
  }
  const trusted = getCACertificates()
  setDefaultCACertificates([...trusted, testCertificate.cert])
  await using starting = await localSmtp(options)
  expect((await sent({ host: starting.host, requireTls: true })).kind).toBe('accepted')
  await using secure = await localSmtp({ ...options, secure: true })
  expect((await sent({ host: '', url: `smtps://${secure.host}` })).kind).toBe('accepted')
  setDefaultCACertificates(trusted)
  expect(wasSecure).toEqual([true, true])
})

it('speaks no plain text where TLS is required, and trusts no certificate it does not know', async () => {
  await using plain = await localSmtp()
  expect((await sent({ host: plain.host, requireTls: true })).kind).toBe('retry')
  await using selfSigned = await localSmtp({ ...testCertificate, disabledCommands: [] })
  expect((await sent({ host: selfSigned.host, requireTls: true })).kind).toBe('retry')
  expect([...plain.raw, ...selfSigned.raw]).toHaveLength(0)
})

it.each([
  { to: 'layla@example.org\r\nBcc: all@example.org' },
  { to: 'layla@example.org, all@example.org' },
  { to: '<layla@example.org> NOTIFY=SUCCESS' },
  { to: 'layla' },
  { subject: 'hello\nBcc: all@example.org' },
  { messageId: '<a@b>\r\nX: y' },
  { messageId: 'a@b' },
  { inReplyTo: '<a@b> <c@d>' },
  { locale: 'en\r\nX: y' },
  { listUnsubscribeUrl: 'https://a.example/>, <mailto:all@example.org' },
  { listUnsubscribeUrl: 'javascript:alert(1)' },
])('sends nothing for %j', async (part) => {
  await using server = await localSmtp()
  expect((await sent(server, { ...mail, ...part })).kind).toBe('refused')
  expect(server.raw).toHaveLength(0)
})

it('takes no option from the URL', () => {
  const from = 'care@example.org'
  const url = 'smtps://mail.example.org?tls.rejectUnauthorized=false'
  expect(() => createMailer({ url, from })).toThrow('SMTP URL')
  expect(() => createMailer({ url: 'https://mail.example.org', from })).toThrow('SMTP URL')
})
