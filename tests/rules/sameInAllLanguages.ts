/** Texts that are rightly the same as in English, each with the reason that a review accepted. */
export const sameInAllLanguages: Readonly<Record<string, string>> = {
  'agenda.es: title': 'agenda is the word of meetings in Spanish',
  'agenda.pt: title': 'agenda is the word of meetings in Portuguese',
  'agenda.fr: minutes': 'the same word',
  'case.es: value.no': 'the same word',
  'board.fr: article': 'the same word',
  'board.fr: tableActions': 'the same word',
  'discussion.es: newOne': 'a name, a colon and the message',
  'discussion.pt: newOne': 'a name, a colon and the message',
  'discussion.fr: messages': 'the same word',
  'outcomes.es: formats.docx': 'the name of a product',
  'outcomes.pt: formats.docx': 'the name of a product',
  'outcomes.fr: formats.docx': 'the name of a product',
  'outcomes.es: formats.md': 'the name of a format',
  'outcomes.pt: formats.md': 'the name of a format',
  'outcomes.fr: formats.md': 'the name of a format',
  'outcomes.fr: format': 'the same word',
}
