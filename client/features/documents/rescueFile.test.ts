import { expect, test } from 'vitest'
import { rescueFile } from './rescueFile.ts'

const words = {
  lead: 'Palabras propias',
  document: 'Operación Colibrí',
  meeting: 'Reunión de Panamá',
  time: '10 mar 2026, 14:05',
  day: '2026-03-10',
  text: 'El lote salió\ndel arsenal.',
  noWords: '(Sin palabras)',
}

test('the copy is named by the case and the day, and holds the words below what they are', async () => {
  const { name, content } = rescueFile(words)
  expect(name).toBe('Operación Colibrí 2026-03-10.txt')
  const bytes = new Uint8Array(await content.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
    'Palabras propias',
    'Operación Colibrí',
    'Reunión de Panamá · 10 mar 2026, 14:05',
    '',
    'El lote salió',
    'del arsenal.',
    '',
  ])
})

test('a title that no file system takes becomes a name that all take', () => {
  expect(rescueFile({ ...words, document: ' a/b\\c: "d"? ...' }).name).toBe('a b c d 2026-03-10.txt')
  expect(rescueFile({ ...words, document: '???' }).name).toBe('Plenaria 2026-03-10.txt')
})

test('changes without words are said to have none', async () => {
  expect(await rescueFile({ ...words, text: '' }).content.text()).toContain('(Sin palabras)')
})
