import { instantOf } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { signedHeaders } from './aws-signature.ts'

/** "Signature calculations for the Authorization header", Amazon S3 API reference: its worked examples and their keys. */
const credentials = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const at = instantOf('2013-05-24', '00:00', 'UTC')

interface Example {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

function authorization({ method = 'GET', path, headers = {}, body = '' }: Example): string {
  const url = new URL(`https://examplebucket.s3.amazonaws.com${path}`)
  const request = { method, url, headers, body: Buffer.from(body) }
  return signedHeaders(request, credentials, at)['authorization'] ?? ''
}

describe('signedHeaders', () => {
  it.each<readonly [string, Example, string]>([
    [
      'a part of an object, with a header of its own',
      { path: '/test.txt', headers: { range: 'bytes=0-9' } },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'an object put under a name with a mark that a URL leaves alone',
      {
        method: 'PUT',
        path: '/test$file.text',
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        },
        body: 'Welcome to Amazon S3.',
      },
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    [
      'a query without a value',
      { path: '/?lifecycle' },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'a query out of order',
      { path: '/?prefix=J&max-keys=2' },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('signs as published: %s', (_, example, signature) => {
    expect(authorization(example)).toMatch(new RegExp(`,Signature=${signature}$`))
  })

  it('names what is signed and for which day, region and service', () => {
    expect(authorization({ path: '/test.txt', headers: { range: 'bytes=0-9' } })).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/20130524\/us-east-1\/s3\/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,/,
    )
  })

  it('never sends the secret', () => {
    const url = new URL('http://127.0.0.1:9000/b/k')
    const sent = signedHeaders(
      { method: 'GET', url, headers: {}, body: Buffer.from('') },
      credentials,
      at,
    )
    expect(JSON.stringify(sent)).not.toContain(credentials.secretAccessKey)
  })
})
