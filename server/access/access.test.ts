import { expect, test } from 'vitest'
import { sessionOf, setSessionCookie } from './cookie.ts'
import { Failures } from './failures.ts'
import { codeAlphabet, newMeetingCode, normalizeCode } from './meetingCode.ts'
import { originsOf } from './origins.ts'

test('a meeting code has no characters that are mistaken for others', () => {
  let next = 0
  const code = newMeetingCode({ id: () => '', secret: () => '', int: (below) => next++ % below })
  expect(code).toBe(codeAlphabet.slice(0, 6))
  for (const confusing of '01258BILOSUZ') expect(codeAlphabet).not.toContain(confusing)
})

test('a typed code may have spaces, hyphens and small letters', () => {
  expect([normalizeCode(' k7m 4px '), normalizeCode('K7M-4PX')]).toEqual(['K7M4PX', 'K7M4PX'])
})

test('the session is found among other cookies, and is set so that no script and no foreign site has it', () => {
  expect(sessionOf('a=1; plenaria_session=s3cret; b=2')).toBe('s3cret')
  expect([sessionOf(undefined), sessionOf('plenaria_session='), sessionOf('xplenaria_session=1')]).toEqual([
    null,
    null,
    null,
  ])
  expect(setSessionCookie('s', false)).toBe('plenaria_session=s; Path=/; HttpOnly; SameSite=Lax')
  expect(setSessionCookie('s', true)).toMatch(/; Secure$/)
})

test('on loopback both names of this machine may call; elsewhere only the origins that were named', () => {
  const local = originsOf('http://127.0.0.1:3000', [])
  expect(local.allows('http://localhost:3000')).toBe(true)
  expect([local.allows('http://localhost:3001'), local.allows('null'), local.allows(undefined)]).toEqual([
    false,
    false,
    true,
  ])
  const hall = originsOf('https://p.example.org', ['https://q.example.org'])
  expect([hall.allows('https://q.example.org'), hall.allows('http://p.example.org')]).toEqual([true, false])
})

test('different wrong codes of an address are counted, equal ones once, and other addresses are not touched', async () => {
  const failures = new Failures({ points: 3, windowMs: 60_000 })
  for (let time = 0; time < 50; time++) await failures.count('hall', 'MISPRINT')
  await failures.check('hall')
  await failures.count('hall', 'GUESS1')
  await failures.count('hall', 'GUESS2')
  await expect(failures.check('hall')).rejects.toMatchObject({ problem: { code: 'too-many-failures', status: 429 } })
  await failures.check('elsewhere')
})
