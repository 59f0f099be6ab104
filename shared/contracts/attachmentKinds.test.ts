import { expect, test } from 'vitest'
import { attachmentEndings, claimedKind } from './attachmentKinds.ts'

test('a file claims its kind by how its name ends, in letters of either size', () => {
  expect(claimedKind('Sentencia 12.PDF')).toBe('application/pdf')
  expect(claimedKind('acórdão.final.docx')).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
  expect(claimedKind('foto.jpeg')).toBe(claimedKind('foto.jpg'))
})

test.each(['page.html', 'drawing.svg', 'run.exe', 'macros.docm', 'judgment.pdf.exe', 'pdf', '.pdf', ''])(
  '"%s" claims no kind that is taken',
  (name) => {
    expect(claimedKind(name)).toBeNull()
  },
)

test('nothing that a browser runs is among the endings', () => {
  expect(attachmentEndings.filter((ending) => /htm|svg|xml|js/.test(ending))).toEqual([])
})
