import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without variables it listens on loopback, port 3000', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: null, logLevel: 'info' })
})

test.each([
  [{ PORT: '70000' }, /^PORT is "70000": give a number from 0 to 65535/],
  ...['3e2', '-1', '80.5', 'http', '0x50', '65536'].map((value): [Record<string, string>, RegExp] => [
    { PORT: value },
    new RegExp(`^PORT is "${value}": give a number`),
  ]),
  [{ HOST: '0.0.0.0' }, /^PUBLIC_URL is required when HOST is 0\.0\.0\.0/],
  [{ PUBLIC_URL: 'plenaria.org' }, /^PUBLIC_URL is "plenaria\.org": give http/],
  [{ PUBLIC_URL: 'https://a.org/path' }, /^PUBLIC_URL is "https:\/\/a\.org\/path"/],
  [{ PUBLIC_URL: 'https://user@a.org' }, /^PUBLIC_URL is "https:\/\/user@a\.org"/],
  [{ PUBLIC_URL: 'ftp://a.org' }, /^PUBLIC_URL is "ftp:\/\/a\.org": give http/],
  [{ ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS is "\*": give http/],
  [{ ALLOWED_ORIGINS: 'https://a.org,null' }, /^ALLOWED_ORIGINS is "null"/],
  [{ ALLOWED_ORIGINS: 'https://a.org, b.org' }, /^ALLOWED_ORIGINS is "b\.org"/],
  [{ TLS_CERT: '/nowhere.pem' }, /^TLS_KEY is not set/],
  [{ TLS_CERT: '/nowhere.pem', TLS_KEY: '/nowhere.key' }, /^TLS_CERT is "\/nowhere\.pem": there is no such file/],
  ...['yes', '0', '10', '1.2.3', 'beef', '10.0.0.0/33', '10.0.0.0/0', '::1/129', '10.0.0.1/8/8', '10.0.0.1,'].map(
    (value): [Record<string, string>, RegExp] => [{ TRUST_PROXY: value }, /^TRUST_PROXY is ".+": give the number/],
  ),
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN has 5 characters/],
  [{ ORGANIZER_KEY: 'with spaces in the key' }, /^ORGANIZER_KEY has 22 characters/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": give one of/],
  [{ DATABASE_URL: 'mysql://u:secret@h/d' }, /^DATABASE_URL is no address of PostgreSQL: give postgres:/],
  [{ REDIS_URL: 'redis://x' }, /^REDIS_URL is not yet supported/],
])('%o is refused in one line', (env, message) => {
  expect(() => readConfig(env)).toThrow(message)
  try {
    readConfig(env)
  } catch (error) {
    expect((error as Error).message).not.toContain('\n')
  }
})

test('all of it can be set', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '0',
    PUBLIC_URL: 'https://plenaria.example.org/',
    ALLOWED_ORIGINS: 'https://a.example.org, http://b.example.org:8080',
    TRUST_PROXY: '1',
    METRICS_TOKEN: 'a-token-of-16-chars',
    LOG_LEVEL: 'warn',
  })
  expect(config).toMatchObject({
    port: 0,
    publicUrl: 'https://plenaria.example.org',
    allowedOrigins: ['https://a.example.org', 'http://b.example.org:8080'],
    trustProxy: 1,
    logLevel: 'warn',
  })
})

test.each(['loopback', '10.0.0.1', 'fd00::1', '10.0.0.0/8, ::1/128', 'loopback,uniquelocal'])(
  'the proxies %s are believed',
  (value) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toEqual(value.split(/, ?/))
  },
)

test('a secret is never repeated', () => {
  for (const name of ['METRICS_TOKEN', 'ORGANIZER_KEY']) {
    expect(() => readConfig({ [name]: 'a secret word' })).toThrow(new RegExp(`^${name} has 13 characters: [^"]*$`))
  }
})
