import { expect, test } from 'vitest'
import { exportFormats, fileName, isExportFormat } from './exports.ts'
import type { Report } from './reportTree.ts'

const named = (title: string): Report => ({
  title,
  subtitle: 'Informe',
  language: 'es',
  marking: 'TLP:CLEAR',
  unLevel: 'unclassified',
  attribution: 'none',
  generatedAt: 0,
  parts: [],
  omitted: [],
})

test.each([
  ['Reunión regional: “armas” y n.º 2', 'Reunión-regional-armas-y-n-º-2.es.docx'],
  ['../../etc/passwd', 'etc-passwd.es.docx'],
  ['a\u202eb\u0000c\r\nd', 'a-b-c-d.es.docx'],
  ['¿?', 'plenaria.es.docx'],
  ['', 'plenaria.es.docx'],
  ['Ωμέγα اجتماع', 'Ωμέγα-اجتماع.es.docx'],
  [`${'a'.repeat(79)} b`, `${'a'.repeat(79)}.es.docx`],
])('the file of %j is safe on every system', (title, expected) => {
  expect(fileName(named(title), 'docx')).toBe(expected)
})

test('a format is one of the table, not of its prototype', () => {
  expect(Object.keys(exportFormats).filter(isExportFormat)).toEqual(['docx', 'md', 'json'])
  expect(['pdf', 'constructor', '__proto__', ''].some(isExportFormat)).toBe(false)
})

test('each format makes a file', async () => {
  const [docx, md] = await Promise.all([
    exportFormats.docx.render(named('Acta')),
    exportFormats.md.render(named('Acta')),
  ])
  expect(new TextDecoder().decode(docx.slice(0, 2))).toBe('PK')
  expect(new TextDecoder().decode(md)).toContain('# Acta')
})
