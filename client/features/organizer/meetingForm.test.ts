import { describe, expect, it } from 'vitest'
import { createMeetingBody } from '../../../shared/contracts/http.ts'
import { makeProblem } from '../../../shared/contracts/problems.ts'
import { bodyOf, checkForm, errorsOf, type MeetingForm } from './meetingForm.ts'

const whole: MeetingForm = {
  organizerKey: 'secret',
  organizerName: ' Elena Robledal',
  title: ' Reunión regional ',
  template: 'case-digest',
  languages: ['es', 'pt'],
  timezone: 'America/Panama',
  startsOn: '2021-12-13',
  endsOn: '2021-12-14',
  place: '  ',
}

describe('the organizer’s form', () => {
  it('makes a request that the server’s schema accepts, without an empty place', () => {
    expect(checkForm(whole)).toEqual({})
    expect(createMeetingBody.parse(bodyOf(whole))).toEqual({
      title: 'Reunión regional',
      template: 'case-digest',
      languages: ['es', 'pt'],
      timezone: 'America/Panama',
      startsOn: '2021-12-13',
      endsOn: '2021-12-14',
      organizerName: 'Elena Robledal',
    })
  })

  it('names every field that is missing', () => {
    const empty = {
      ...whole,
      organizerKey: '',
      organizerName: ' ',
      title: '',
      languages: [],
      timezone: null,
      startsOn: null,
    }
    expect(Object.keys(checkForm(empty)).sort()).toEqual([
      'languages',
      'organizerKey',
      'organizerName',
      'startsOn',
      'timezone',
      'title',
    ])
  })

  it('refuses a meeting that ends before it starts', () => {
    expect(checkForm({ ...whole, endsOn: '2021-12-12' })).toEqual({ endsOn: 'endsBeforeStart' })
  })

  it('points at the key, or at the fields that the server refused', () => {
    expect(errorsOf(makeProblem('unauthorized', 'no'))).toEqual({ organizerKey: 'wrongKey' })
    expect(errorsOf(makeProblem('invalid-request', 'no', [{ path: 'languages/0', message: 'x' }]))).toEqual({
      languages: 'invalid',
    })
    expect(errorsOf(makeProblem('unavailable', 'no'))).toBeNull()
  })
})
