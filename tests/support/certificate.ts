/**
 * A key and a certificate that signs itself, for 127.0.0.1 and a day, as PEM files: what TLS_CERT and TLS_KEY name. Node
 * can sign but writes no X.509, so the few structures of it that are needed are put together here (RFC 5280, DER).
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const tag = { integer: 2, bits: 3, octets: 4, objectId: 6, utf8: 12, sequence: 0x30, set: 0x31, utcTime: 23 }

function der(type: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([type, ...size]), content])
}

const sequence = (...parts: Uint8Array[]) => der(tag.sequence, ...parts)
const utcTime = (at: Date) => der(tag.utcTime, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

const commonName = Buffer.from([tag.objectId, 3, 0x55, 4, 3])
const subjectAltName = Buffer.from([tag.objectId, 3, 0x55, 0x1d, 0x11])
/** ecdsa-with-SHA256 */
const algorithm = sequence(Buffer.from([tag.objectId, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]))

export function writeCertificate(folder: string, name = 'server'): { certFile: string; keyFile: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const who = sequence(der(tag.set, sequence(commonName, der(tag.utf8, Buffer.from('127.0.0.1')))))
  const now = new Date()
  const loopback = der(0x87, Buffer.from([127, 0, 0, 1]))
  const content = sequence(
    der(0xa0, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, Buffer.from([1])),
    algorithm,
    who,
    sequence(utcTime(new Date(now.getTime() - 3_600_000)), utcTime(new Date(now.getTime() + 86_400_000))),
    who,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(subjectAltName, der(tag.octets, sequence(loopback))))),
  )
  const signature = sign('sha256', content, privateKey)
  const certificate = sequence(content, algorithm, der(tag.bits, Buffer.from([0]), signature))
  const pem = certificate.toString('base64').replace(/.{1,64}/g, '$&\n')
  const certFile = join(folder, `${name}.crt.pem`)
  const keyFile = join(folder, `${name}.key.pem`)
  writeFileSync(certFile, `-----BEGIN CERTIFICATE-----\n${pem}-----END CERTIFICATE-----\n`)
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { certFile, keyFile }
}
