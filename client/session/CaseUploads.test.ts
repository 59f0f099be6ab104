import { expect, test } from 'vitest'
import { limits } from '../../shared/contracts/limits.ts'
import { ApiProblem, NetworkFailure } from '../lib/api.ts'
import { CaseUploads, type PendingUpload } from './CaseUploads.ts'

const fileOf = (name: string, size = 4) => Object.defineProperty(new File(['%PDF'], name), 'size', { value: size })

/** Uploads whose sending the test ends by hand. */
function byHand({ isOnline = true } = {}) {
  const sent: {
    upload: PendingUpload
    progress: (share: number) => void
    end: () => void
    fail: (error: unknown) => void
  }[] = []
  let ids = 0
  const network = { isOnline }
  const page = new EventTarget()
  const uploads = new CaseUploads({
    isOnline: () => network.isOnline,
    newId: () => `id${++ids}`,
    page,
    send: (upload, progress) => new Promise<void>((end, fail) => sent.push({ upload, progress, end, fail })),
  })
  const states = () => uploads.getSnapshot().pending.map(({ name, status }) => `${name} ${status.state}`)
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { uploads, sent, network, page, states, settled }
}

test('files go one after another, and one that was sent is gone from the list', async () => {
  const { uploads, sent, states, settled } = byHand()
  uploads.add([fileOf('one.pdf'), fileOf('two.pdf')])
  expect(states()).toEqual(['one.pdf sending', 'two.pdf waiting'])
  sent[0]?.progress(0.5)
  expect(uploads.getSnapshot().pending[0]?.status).toEqual({ state: 'sending', share: 0.5 })
  sent[0]?.end()
  await settled()
  expect(states()).toEqual(['two.pdf sending'])
  expect(uploads.getSnapshot().last).toEqual({ name: 'one.pdf', outcome: 'attached' })
})

test('without a connection a file is kept at once, and sent under the same id when it is tried again', async () => {
  const { uploads, sent, network, states, settled } = byHand({ isOnline: false })
  uploads.add([fileOf('one.pdf')])
  await settled()
  expect([states(), sent]).toEqual([['one.pdf failed'], []])
  network.isOnline = true
  uploads.retry('id1')
  sent[0]?.fail(new NetworkFailure())
  await settled()
  expect(states()).toEqual(['one.pdf failed'])
  uploads.retry('id1')
  expect(sent.map(({ upload }) => upload.id)).toEqual(['id1', 'id1'])
  sent[1]?.end()
  await settled()
  expect(states()).toEqual([])
})

test.each([
  ['page.html', 4, 'unsupported-media-type'],
  ['large.pdf', limits.attachmentBytes + 1, 'too-large'],
  ['empty.pdf', 0, 'invalid-request'],
])('%s is refused before it is sent', async (name, size, code) => {
  const { uploads, sent, settled } = byHand()
  uploads.add([fileOf(name, size)])
  await settled()
  const [status] = uploads.getSnapshot().pending.map((one) => one.status)
  const reason = status?.state === 'failed' ? status.reason : null
  expect([reason instanceof ApiProblem && reason.problem.code, sent]).toEqual([code, []])
})

test('one that fails does not hold up the next, and is let go when somebody says so', async () => {
  const { uploads, sent, states, settled } = byHand()
  uploads.add([fileOf('page.html'), fileOf('two.pdf')])
  await settled()
  expect(states()).toEqual(['page.html failed', 'two.pdf sending'])
  uploads.dismiss('id1')
  uploads.dismiss('id2')
  expect(states()).toEqual(['two.pdf sending'])
  sent[0]?.end()
})

test('leaving the page asks while a file is on its way', async () => {
  const { uploads, sent, page, settled } = byHand()
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(asks()).toBe(false)
  uploads.add([fileOf('one.pdf')])
  expect(asks()).toBe(true)
  sent[0]?.end()
  await settled()
  expect(asks()).toBe(false)
})

test('names are kept in one form, whichever way a system writes its accents', () => {
  const { uploads } = byHand()
  uploads.add([fileOf('accio\u0301n.pdf')])
  expect(uploads.getSnapshot().pending[0]?.name).toBe('acci\u00f3n.pdf')
})
