/** The template's own words for what a command decides, found by the command: no field is known by name here. */

import type { Language } from '../../../shared/contracts/terms.ts'
import { caseTemplate, choicesOfField, type TemplateField, type Term } from '../../../shared/vocabulary/vocabulary.ts'

const decided = caseTemplate.sections.flatMap(({ fields = [] }) => fields.filter((field) => field.decidedBy))

function templateOf(command: string, entryKey: string): TemplateField | undefined {
  return decided.find((field) => field.decidedBy === command && field.entryKey === entryKey)
}

/** What the field is called; its key where the template has no such field. */
export function decidedLabel(command: string, entryKey: string, language: Language): string {
  return templateOf(command, entryKey)?.label[language] ?? entryKey
}

export function decidedChoices(command: string, entryKey: string): readonly Term[] {
  const template = templateOf(command, entryKey)
  return template ? choicesOfField(template) : []
}
