/** The form that a meeting begins with. It asks for the organizer key each time and keeps it nowhere. */
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createMeetingAnswer } from '../../../shared/contracts/http.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { dayOf } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { ApiProblem, api } from '../../lib/api.ts'
import { recall } from '../../lib/browserStore.ts'
import { clock } from '../../lib/time.ts'
import { MeetingFields } from './MeetingFields.tsx'
import { bodyOf, checkForm, errorsOf, type FormErrors, type MeetingForm } from './meetingForm.ts'
import styles from './OrganizerForm.module.css'

export interface CreatedMeeting {
  title: string
  organizerToken: string
}

export function OrganizerForm({ onCreated }: { onCreated: (created: CreatedMeeting) => void }) {
  const { t } = useTranslation('organizer')
  const sayProblem = useProblemWords()
  const [language] = useLanguage()
  const [form, setForm] = useState<MeetingForm>(() => newForm(language))
  const [errors, setErrors] = useState<FormErrors>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)
  const change = (part: Partial<MeetingForm>) => setForm((current) => ({ ...current, ...part }))
  const say = (field: keyof MeetingForm) => errors[field] && t(`errors.${errors[field]}`)

  async function submit(): Promise<void> {
    const missing = checkForm(form)
    setErrors(missing)
    setFailure(null)
    if (Object.keys(missing).length > 0) return focusFirstError()
    setIsPending(true)
    try {
      const call = { answer: createMeetingAnswer, bearer: form.organizerKey.trim(), body: bodyOf(form) }
      const { meeting, organizerToken } = await api('POST', '/api/meetings', call)
      onCreated({ title: meeting.title, organizerToken })
    } catch (error) {
      const refused = error instanceof ApiProblem ? errorsOf(error.problem) : null
      setErrors(refused ?? {})
      setFailure(refused ? null : error)
      setIsPending(false)
      focusFirstError()
    }
  }

  function focusFirstError(): void {
    requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <form
      ref={formRef}
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <fieldset>
        <legend className={styles.legend}>{t('you')}</legend>
        <div className={styles.section}>
          <TextField
            label={t('key')}
            hint={t('keyHint')}
            type="password"
            value={form.organizerKey}
            onChange={(organizerKey) => change({ organizerKey })}
            error={say('organizerKey')}
            spellCheck="false"
            isRequired
          />
          <TextField
            label={t('name')}
            value={form.organizerName}
            onChange={(organizerName) => change({ organizerName })}
            error={say('organizerName')}
            autoComplete="name"
            spellCheck="false"
            maxLength={limits.nameChars}
            isRequired
          />
        </div>
      </fieldset>
      <MeetingFields form={form} change={change} say={say} />
      {failure !== null && <Notice tone="danger">{sayProblem(failure)}</Notice>}
      <Button type="submit" variant="primary" size="large" isDisabled={isPending}>
        {isPending ? t('creating') : t('create')}
      </Button>
    </form>
  )
}

/** A form filled with what this browser knows: its time zone, today, its person and language. */
function newForm(language: MeetingForm['languages'][number]): MeetingForm {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const today = dayOf(clock.now(), timeZone)
  return {
    organizerKey: '',
    organizerName: recall().name ?? '',
    title: '',
    template: 'case-digest',
    languages: [language],
    timezone: timeZone,
    startsOn: today,
    endsOn: today,
    place: '',
  }
}
