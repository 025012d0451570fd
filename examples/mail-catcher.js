/** Shows what Afterglow mails, for trying it out: `npx node examples/mail-catcher.js`, then SMTP_URL=smtp://127.0.0.1:2525. */
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  async onData(stream, _session, done) {
    const { to, subject, text } = await simpleParser(stream)
    console.log(
      `To: ${[to]
        .flat()
        .map((one) => one?.text)
        .join(', ')}\nSubject: ${subject}\n\n${text}\n${'-'.repeat(72)}`,
    )
    done()
  },
}).listen(2525, '127.0.0.1', () => console.log('Mail to smtp://127.0.0.1:2525 is shown here.'))
