import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkTlsFiles, type TlsFiles } from '../../server/platform/tlsFiles.ts'
import { writeCertificate } from '../support/certificate.ts'

let folder: string
let own: TlsFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenaria-tls-'))
  own = writeCertificate(folder, 'own')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a certificate and its key are taken', () => {
  expect(checkTlsFiles(own)).toEqual(own)
})

test('each file that is not what it should be is named, with what it should be', () => {
  const other = writeCertificate(folder, 'other')
  const noPem = join(folder, 'no.pem')
  writeFileSync(noPem, 'nothing')
  const wrong: [Partial<TlsFiles>, RegExp][] = [
    [{ certFile: join(folder, 'missing') }, /^TLS_CERT is ".*missing": there is no such file/],
    [{ certFile: folder }, /^TLS_CERT is ".*": .*cannot be read/],
    [{ certFile: noPem }, /^TLS_CERT is ".*no\.pem": it holds no certificate/],
    [{ certFile: own.keyFile }, /^TLS_CERT is ".*own\.key\.pem": it holds no certificate/],
    [{ keyFile: noPem }, /^TLS_KEY is ".*no\.pem": it holds no private key/],
    [{ keyFile: own.certFile }, /^TLS_KEY is ".*own\.crt\.pem": it holds no private key/],
    [{ keyFile: other.keyFile }, /^TLS_KEY is ".*other\.key\.pem": it does not belong/],
  ]
  for (const [files, line] of wrong) expect(() => checkTlsFiles({ ...own, ...files })).toThrow(line)
})
