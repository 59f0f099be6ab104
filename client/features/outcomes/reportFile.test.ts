import { expect, test } from 'vitest'
import { fileNameOf } from './reportFile.ts'

test.each([
  [`attachment; filename="Informe.docx"`, 'Informe.docx'],
  [
    `attachment; filename="Reuni?n.docx"; filename*=UTF-8''Reuni%C3%B3n%20de%20Panam%C3%A1.docx`,
    'Reunión de Panamá.docx',
  ],
  [`attachment; filename="a \\"b\\".md"`, 'a "b".md'],
  [`attachment; filename="plain.md"; filename*=UTF-8''%E0%A4%A`, 'plain.md'],
  ['attachment', null],
  [null, null],
])('the file name of %s is %s', (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name)
})
