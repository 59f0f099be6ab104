import i18next from 'i18next'
import { expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import words from '../i18n/document.en.json' with { type: 'json' }
import type { DocumentStatus } from './documentState.ts'
import { documentWords, type ReaderPlace } from './documentWords.ts'

const instance = i18next.createInstance()
await instance.init({ lng: 'en', resources: { en: { document: words } }, interpolation: { escapeValue: false } })
const t = instance.getFixedT('en', 'document')

const writer: ReaderPlace = { role: 'participant', meetingStatus: 'live', isLocked: false }
const said = (status: DocumentStatus, place: Partial<ReaderPlace> = {}) =>
  documentWords(t, status, { ...writer, ...place })
const readOnly: DocumentStatus = { state: 'readOnly', reason: 'right', unsent: 0 }

test('read-only says why: one’s role first, then the meeting, then the lock', () => {
  const { observer, closed, locked, paused } = words.readOnlyHelp
  expect(said(readOnly, { role: 'observer', meetingStatus: 'closed', isLocked: true }).explanation).toBe(observer)
  expect(said(readOnly, { meetingStatus: 'closed', isLocked: true }).explanation).toBe(closed)
  expect(said(readOnly, { isLocked: true }).explanation).toBe(locked)
  expect(said(readOnly).explanation).toBe(paused)
})

test('a full document and a server that cannot save are no matter of rights', () => {
  const { full, unsaved } = words.readOnlyHelp
  expect(said({ ...readOnly, reason: 'full' }, { isLocked: true }).explanation).toBe(full)
  expect(said({ ...readOnly, reason: 'unsaved' }).explanation).toBe(unsaved)
})

test('words left over are said to go in by themselves', () => {
  const { explanation, tone } = said({ ...readOnly, unsent: 3 }, { isLocked: true })
  expect(explanation).toContain('3 changes of yours are kept on this laptop and go in by themselves')
  expect(tone).toBe('warning')
})

test('not saved yet is no reason to stop writing', () => {
  expect(said({ state: 'unsaved', unsent: 2 })).toMatchObject({
    tone: 'warning',
    status: 'Not saved yet',
    explanation: expect.stringContaining('You can go on writing'),
  })
})

test('a damaged document is named, with what is kept here', () => {
  expect(said({ state: 'quarantined', unsent: 1 }).explanation).toContain('1 change of yours is kept')
})

test('after a refusal for good, only words that are not handed in by themselves are to be copied', () => {
  const refused = (code: number) => said({ state: 'refused', code, unsent: 2 }).explanation
  expect(refused(closeCodes.forbidden)).toBe(words.refusedHelp.forbidden)
  expect(refused(closeCodes.frameTooLarge)).toContain('2 changes of yours did not reach the server')
})
