import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindText, type TextBindingOptions } from './textBinding.ts'

/** As much of an input as a binding touches; the real one is driven in tests/browser. */
class Input extends EventTarget {
  value = ''
  readOnly = false
  selectionStart = 0
  selectionEnd = 0
  readonly ownerDocument = { activeElement: this }
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  type(value: string, caret = value.length) {
    this.value = value
    this.setSelectionRange(caret, caret)
    this.dispatchEvent(new Event('input'))
  }
  press(key: string) {
    this.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, ctrlKey: true }))
  }
}

function bound(initial = '', options: TextBindingOptions = {}) {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, initial)
  const input = new Input()
  const release = bindText(input as unknown as HTMLInputElement, text, options)
  return { text, input, release }
}

test('what is typed is written, and what others write appears', () => {
  const { text, input } = bound('abc')
  expect(input.value).toBe('abc')
  input.type('abcd')
  expect(text.toString()).toBe('abcd')
  text.insert(0, 'x')
  expect(input.value).toBe('xabcd')
})

test('the caret stays at its letter when others write before it', () => {
  const { text, input } = bound('abc')
  input.setSelectionRange(2, 2)
  text.insert(0, 'xyz')
  expect(input.selectionStart).toBe(5)
})

test('a word under composition is applied when it is whole, and others’ words of the meantime stay', () => {
  const { text, input } = bound('caso ')
  input.dispatchEvent(new Event('compositionstart'))
  input.type('caso n')
  text.insert(0, 'El ')
  expect(text.toString()).toBe('El caso ')
  input.type('caso ñ')
  expect(input.value).toBe('caso ñ')
  input.dispatchEvent(new Event('compositionend'))
  expect(text.toString()).toBe('El caso ñ')
  expect(input.value).toBe('El caso ñ')
  expect(input.selectionStart).toBe(9)
})

test('undo takes back one’s own edit and leaves another’s', () => {
  const { text, input } = bound('')
  input.type('mine')
  text.insert(0, 'theirs ')
  input.press('z')
  expect(text.toString()).toBe('theirs ')
  input.press('y')
  expect(input.value).toBe('theirs mine')
})

test('pasted line breaks become spaces', () => {
  const { text, input } = bound('')
  input.type('one\ntwo')
  expect(text.toString()).toBe('one two')
  expect(input.value).toBe('one two')
})

test('a composition that the screen interrupts is not lost', () => {
  const { text, input, release } = bound('')
  input.dispatchEvent(new Event('compositionstart'))
  input.type('ni')
  release()
  expect(text.toString()).toBe('ni')
})

test('line breaks become spaces, and stay where a text has several lines', () => {
  const line = bound()
  line.input.type('a\nb')
  expect(line.text.toString()).toBe('a b')
  const area = bound('', { isMultiline: true })
  area.input.type('a\nb')
  expect(area.text.toString()).toBe('a\nb')
  expect(area.input.value).toBe('a\nb')
})

test('a text that belongs to a larger history is undone by it', () => {
  const calls: string[] = []
  const history = { origin: 'board', undo: () => calls.push('undo'), redo: () => calls.push('redo') }
  const { text, input } = bound('', { history })
  const origins: unknown[] = []
  text.doc?.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin))
  input.type('a')
  input.press('z')
  input.press('y')
  expect(origins).toEqual(['board'])
  expect(calls).toEqual(['undo', 'redo'])
})
