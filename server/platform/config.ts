/**
 * The environment, checked whole at the start. A wrong value is one line that names the variable, the value and what
 * is accepted. This is the only file that reads `process.env`. Table of variables: contract.md, "Starting".
 */
import { isIP } from 'node:net'
import path from 'node:path'
import { ConfigError } from './ConfigError.ts'
import { checkTlsFiles, type TlsFiles } from './tlsFiles.ts'

export interface Config {
  host: string
  port: number
  dataDir: string
  /** PostgreSQL; null: SQLite in the data folder. */
  databaseUrl: string | null
  /** Origin of links, QR codes, cookies and Origin checks; null: derived from the loopback address once it is known. */
  publicUrl: string | null
  allowedOrigins: string[]
  tls: TlsFiles | null
  /** Value of Express' `trust proxy`: hops or addresses whose forwarding headers are believed. */
  trustProxy: number | string[] | false
  metricsToken: string | null
  organizerKey: string | null
  logLevel: LogLevel
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const value = (name: string) => {
    const raw = env[name]?.trim()
    return raw === undefined || raw === '' ? null : raw
  }
  if (value('REDIS_URL') !== null) {
    throw new ConfigError('REDIS_URL is not yet supported: leave it unset, and run one server.')
  }
  const host = value('HOST') ?? '127.0.0.1'
  const tls = readTls(value('TLS_CERT'), value('TLS_KEY'))
  const publicUrl = readOrigin('PUBLIC_URL', value('PUBLIC_URL'))
  if (publicUrl === null && !isLoopback(host)) {
    throw new ConfigError(
      `PUBLIC_URL is required when HOST is ${host}: the address that people type, such as http://192.168.0.10:3000.`,
    )
  }
  return {
    host,
    port: readPort(value('PORT')),
    dataDir: path.resolve(value('DATA_DIR') ?? 'data'),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    publicUrl,
    allowedOrigins: readOrigins(value('ALLOWED_ORIGINS')),
    tls,
    trustProxy: readTrustProxy(value('TRUST_PROXY')),
    metricsToken: readSecret('METRICS_TOKEN', value('METRICS_TOKEN')),
    organizerKey: readSecret('ORGANIZER_KEY', value('ORGANIZER_KEY')),
    logLevel: readLogLevel(value('LOG_LEVEL')),
  }
}

function readPort(raw: string | null): number {
  if (raw === null) return 3000
  const port = /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new ConfigError(`PORT is "${raw}": give a number from 0 to 65535 (0 picks a free port).`)
}

/** It holds a password, so it is not repeated in the message. */
function readDatabaseUrl(raw: string | null): string | null {
  if (raw === null || (/^postgres(ql)?:\/\//.test(raw) && URL.canParse(raw))) return raw
  throw new ConfigError('DATABASE_URL is no address of PostgreSQL: give postgres://user:password@host:port/database.')
}

function readOrigin(name: string, raw: string | null): string | null {
  if (raw === null) return null
  const url = URL.canParse(raw) ? new URL(raw) : null
  const plain = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (url !== null && plain && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin
  throw new ConfigError(
    `${name} is "${raw}": give http:// or https:// and a host, such as https://plenaria.example.org.`,
  )
}

function readOrigins(raw: string | null): string[] {
  const parts = (raw ?? '').split(',').map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .map((part) => readOrigin('ALLOWED_ORIGINS', part))
    .filter((origin) => origin !== null)
}

function readTls(certFile: string | null, keyFile: string | null): Config['tls'] {
  if (certFile === null && keyFile === null) return null
  if (certFile === null) throw new ConfigError('TLS_CERT is not set but TLS_KEY is: set both or neither.')
  if (keyFile === null) throw new ConfigError('TLS_KEY is not set but TLS_CERT is: set both or neither.')
  return checkTlsFiles({ certFile, keyFile })
}

function readTrustProxy(raw: string | null): Config['trustProxy'] {
  if (raw === null) return false
  if (/^[1-9]$/.test(raw)) return Number(raw)
  const parts = raw.split(',').map((part) => part.trim())
  if (parts.every(isNetwork)) return parts
  throw new ConfigError(
    `TRUST_PROXY is "${raw}": give the number of proxies (1 to 9) or their addresses, such as loopback or 10.0.0.0/8.`,
  )
}

/** A name that Express knows, an address, or an address with the length of its prefix. */
function isNetwork(part: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(part)) return true
  const [address = '', prefix, ...more] = part.split('/')
  const bits = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && more.length === 0 && (prefix === undefined || isPrefix(prefix, bits))
}

function isPrefix(length: string, bits: number): boolean {
  return /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= bits
}

/** Secrets are not repeated in the message: it goes to a log. */
function readSecret(name: string, raw: string | null): string | null {
  if (raw === null || /^[\x21-\x7e]{8,200}$/.test(raw)) return raw
  throw new ConfigError(`${name} has ${raw.length} characters: give 8 to 200 printable ones without spaces.`)
}

function readLogLevel(raw: string | null): LogLevel {
  const level = logLevels.find((known) => known === (raw ?? 'info'))
  if (level !== undefined) return level
  throw new ConfigError(`LOG_LEVEL is "${raw}": give one of ${logLevels.join(', ')}.`)
}
