/** A passage says that it is in another language than the text around it: for whoever reads it aloud, spells or prints it. */
import { Extension } from '@tiptap/core'
import { type Language, languages } from '../../../shared/contracts/terms.ts'

/** The blocks that hold words. */
export const passageTypes = ['paragraph', 'heading', 'codeBlock'] as const

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    passageLanguage: {
      /** Gives the selected passages a language, or takes it back (null). */
      setPassageLanguage: (language: Language | null) => ReturnType
    }
  }
}

export const PassageLanguage = Extension.create({
  name: 'passageLanguage',
  addGlobalAttributes() {
    return [
      {
        types: [...passageTypes],
        attributes: {
          lang: {
            default: null,
            parseHTML: (element) => languageOf(element.getAttribute('lang')),
            renderHTML: ({ lang }) => (languageOf(lang) === null ? {} : { lang }),
          },
        },
      },
    ]
  },
  addCommands() {
    return {
      setPassageLanguage:
        (language) =>
        ({ commands }) =>
          passageTypes.map((type) => commands.updateAttributes(type, { lang: language })).some(Boolean),
    }
  },
})

/** Codes with a region (`es-MX`) are those of their language. */
export function languageOf(code: unknown): Language | null {
  const short = typeof code === 'string' ? code.toLowerCase().split('-')[0] : null
  return languages.find((known) => known === short) ?? null
}
