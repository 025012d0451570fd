/**
 * Shows what Afterglow mails, for trying it out: `npx node examples/mail-catcher.js`, then SMTP_URL=smtp://127.0.0.1:2525.
 * Another port: `npx node examples/mail-catcher.js 2526`.
 */
import process from 'node:process'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const port = Number(process.argv[2] ?? 2525)
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  refuse(`"${process.argv[2]}" is no port: give a number up to 65535`)

const server = new SMTPServer({
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
})
server.on('error', (error) => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) refuse(`port ${port} is taken: give another one, mail-catcher.js ${port + 1}`)
  else console.error(error.message)
})
const { server: socket } = server
server.listen(port, '127.0.0.1', () => {
  const address = socket.address()
  const chosen = typeof address === 'object' ? address?.port : port
  console.log(`Mail to smtp://127.0.0.1:${chosen} is shown here.`)
})

/** @param {string} why */
function refuse(why) {
  console.error(why)
  process.exit(2)
}
