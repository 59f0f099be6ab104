import { expect, test } from 'vitest'
import { isLoopbackAddress } from './isLoopbackAddress.ts'

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopbackAddress(address)).toBe(true)
})

test.each(['128.0.0.1', '10.127.0.1', '::ffff:10.0.0.1', '::11', '2001:db8::1', '', undefined])(
  '%s is another one',
  (address) => {
    expect(isLoopbackAddress(address)).toBe(false)
  },
)
