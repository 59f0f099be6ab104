/** What the organizer's form holds, what is wrong with it, and the request that it makes. Pure. */
import type { CreateMeetingBody } from '../../../shared/contracts/http.ts'
import type { Problem } from '../../../shared/contracts/problems.ts'
import type { Language, MeetingTemplate } from '../../../shared/contracts/terms.ts'

export interface MeetingForm {
  organizerKey: string
  organizerName: string
  title: string
  template: MeetingTemplate
  languages: Language[]
  timezone: string | null
  startsOn: string | null
  endsOn: string | null
  place: string
}

export type FormField = keyof MeetingForm
/** The key of the sentence for each field that needs attention. */
export type FormErrors = Partial<Record<FormField, 'missing' | 'endsBeforeStart' | 'wrongKey' | 'invalid'>>

export function checkForm(form: MeetingForm): FormErrors {
  const errors: FormErrors = {}
  for (const field of ['organizerKey', 'organizerName', 'title'] as const) {
    if (form[field].trim() === '') errors[field] = 'missing'
  }
  for (const field of ['timezone', 'startsOn', 'endsOn'] as const) {
    if (form[field] === null) errors[field] = 'missing'
  }
  if (form.languages.length === 0) errors.languages = 'missing'
  if (form.startsOn !== null && form.endsOn !== null && form.endsOn < form.startsOn) errors.endsOn = 'endsBeforeStart'
  return errors
}

/** Call with a form that `checkForm` found nothing in. */
export function bodyOf(form: MeetingForm): CreateMeetingBody {
  const { title, template, languages, timezone, startsOn, endsOn, place, organizerName } = form
  return {
    title: title.trim(),
    template,
    languages,
    timezone: timezone ?? '',
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    ...(place.trim() !== '' ? { place: place.trim() } : {}),
    organizerName: organizerName.trim(),
  }
}

/** The fields that the server refused; null when the refusal is about none of them. */
export function errorsOf(problem: Problem): FormErrors | null {
  if (problem.code === 'unauthorized') return { organizerKey: 'wrongKey' }
  if (problem.code !== 'invalid-request') return null
  const fields: readonly FormField[] = [
    'title',
    'template',
    'languages',
    'timezone',
    'startsOn',
    'endsOn',
    'place',
    'organizerName',
  ]
  const refused = fields.filter((field) => problem.errors?.some(({ path }) => path.split('/')[0] === field))
  return refused.length === 0 ? null : Object.fromEntries(refused.map((field) => [field, 'invalid']))
}
