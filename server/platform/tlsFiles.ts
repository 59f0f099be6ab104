/** TLS_CERT and TLS_KEY, read and checked at the start: a wrong file is one line there and not a failed handshake later. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigError } from './ConfigError.ts'

export interface TlsFiles {
  certFile: string
  keyFile: string
}

export function checkTlsFiles({ certFile, keyFile }: TlsFiles): TlsFiles {
  const certificate = parse('TLS_CERT', certFile, 'certificate', (pem) => new X509Certificate(pem))
  const key: KeyObject = parse('TLS_KEY', keyFile, 'private key without a passphrase', createPrivateKey)
  if (certificate.checkPrivateKey(key)) return { certFile, keyFile }
  throw new ConfigError(`TLS_KEY is "${keyFile}": it does not belong to the certificate in TLS_CERT.`)
}

function parse<T>(name: string, file: string, what: string, parsePem: (pem: Buffer) => T): T {
  let pem: Buffer
  try {
    pem = readFileSync(file)
  } catch {
    throw new ConfigError(`${name} is "${file}": there is no such file, or it cannot be read; give a PEM file.`)
  }
  try {
    return parsePem(pem)
  } catch {
    throw new ConfigError(`${name} is "${file}": it holds no ${what}; give a PEM file.`)
  }
}
