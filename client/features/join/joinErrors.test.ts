import { describe, expect, it } from 'vitest'
import { makeProblem } from '../../../shared/contracts/problems.ts'
import { ApiProblem, NetworkFailure } from '../../lib/api.ts'
import { joinErrorsOf } from './joinErrors.ts'

const refused = (...problem: Parameters<typeof makeProblem>) => new ApiProblem(makeProblem(...problem))

describe('a refused entry', () => {
  it('points at the code that was typed, or says that the link has ended', () => {
    const wrong = refused('unauthorized', 'not valid')
    expect(joinErrorsOf(wrong, 'code')).toEqual({ code: 'codeUnknown' })
    expect(joinErrorsOf(wrong, 'link')).toEqual({ whole: 'linkUnknown' })
  })

  it('asks for the name when the server does', () => {
    const nameless = refused('invalid-request', 'Give your name', [{ path: 'name', message: 'is required' }])
    expect(joinErrorsOf(nameless, 'link')).toEqual({ name: 'nameMissing' })
  })

  it('tells a lost connection from a wrong code', () => {
    expect(joinErrorsOf(new NetworkFailure(), 'code')).toEqual({ whole: 'offline' })
  })

  it('says to wait after too many attempts', () => {
    expect(joinErrorsOf(refused('too-many-failures', 'wait'), 'code')).toEqual({ whole: 'tooMany' })
  })
})
