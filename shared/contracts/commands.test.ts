import { expect, test } from 'vitest'
import { anyCommand, commandTypes, isCommandType, personName, title } from './commands.ts'

test.each(['Ñandú', '漢字', '\u{1F5F3}\uFE0F', ' . ', 'x'.repeat(200)])('%j is a title', (typed) => {
  expect(title.parse(typed)).toBe(typed)
})

test.each([
  ['blank', ' \t\n\u3000'],
  ['empty', ''],
  ['longer than two lines on a projector', 'x'.repeat(201)],
  ['cut by a NUL', 'antes\u0000después'],
  ['broken in the middle of a character', 'roto \ud83d fin'],
  ['broken the other way round', '\udc00\ud83d'],
])('what is %s is no title', (_what, typed) => {
  expect(title.safeParse(typed).success).toBe(false)
  expect(personName.safeParse(typed).success).toBe(false)
})

test('a command has its own fields and no others', () => {
  expect(anyCommand.safeParse({ type: 'message.post', text: 'Hola' }).success).toBe(true)
  for (const extra of ['authorId', 'constructor', 'at']) {
    expect(anyCommand.safeParse({ type: 'message.post', text: 'Hola', [extra]: 'x' }).success).toBe(false)
  }
  const forged = JSON.parse('{"type": "message.post", "text": "Hola", "__proto__": {"text": "x"}}')
  expect(anyCommand.safeParse(forged).success).toBe(false)
})

test.each(['constructor', '__proto__', 'toString', '', 'meeting', 'meeting.opened', 'MEETING.OPEN', 7, null])(
  '%j is no type of command',
  (type) => {
    expect(isCommandType(type)).toBe(false)
    expect(commandTypes).not.toContain(type)
  },
)
