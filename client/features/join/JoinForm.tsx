/** The form at the door: a code or a personal link, and who comes. What was said once is offered again. */
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type JoinAnswer, joinAnswer } from '../../../shared/contracts/http.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { api } from '../../lib/api.ts'
import { recall, remember } from '../../lib/browserStore.ts'
import styles from './JoinForm.module.css'
import { type JoinErrors, joinErrorsOf } from './joinErrors.ts'
import { PersonFields, type PersonValues } from './PersonFields.tsx'

export interface JoinFormProps {
  /** The secret of a personal link: then no code is asked, and the name only if the server does not know it. */
  token: string | null
  initialCode: string
  onJoined: (answer: JoinAnswer) => void
  /** Goes on with a code instead of a link that does not work. */
  onUseCode: () => void
}

export function JoinForm({ token, initialCode, onJoined, onUseCode }: JoinFormProps) {
  const { t } = useTranslation('join')
  const [language] = useLanguage()
  const [code, setCode] = useState(initialCode)
  const [person, setPerson] = useState<PersonValues>(rememberedPerson)
  const [asksWho, setAsksWho] = useState(token === null)
  const [errors, setErrors] = useState<JoinErrors>({})
  const [isPending, setIsPending] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)
  const isLinkUnknown = errors.whole === 'linkUnknown'
  const by = token === null ? 'code' : 'link'

  async function submit(): Promise<void> {
    const missing = missingIn({ code, name: person.name, asksCode: token === null, asksWho })
    setErrors(missing)
    if (missing.code || missing.name) return focusFirstError()
    setIsPending(true)
    try {
      const secret = token === null ? { code: code.trim() } : { token }
      const who = asksWho ? personBody(person) : {}
      const answer = await api('POST', '/api/join', { answer: joinAnswer, body: { ...secret, ...who, language } })
      if (asksWho)
        remember({ name: person.name.trim(), country: person.country ?? undefined, agency: person.agency ?? undefined })
      onJoined(answer)
    } catch (error) {
      const found = joinErrorsOf(error, by)
      // The link does not know the name: asking for it is the next step, not a mistake.
      const isFirstQuestion = found.name !== undefined && !asksWho
      if (isFirstQuestion) setAsksWho(true)
      setErrors(isFirstQuestion ? {} : found)
      setIsPending(false)
      focusFirstError()
    }
  }

  /** What was wrong with a field is no longer known to be once it is written in. */
  function forget(field: 'code' | 'name'): void {
    setErrors(({ [field]: _, ...others }) => others)
  }

  /** After the next paint the field that needs attention has the focus, and says why. */
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
      {token === null ? (
        <TextField
          label={t('code')}
          value={code}
          onChange={(typed) => {
            setCode(typed)
            forget('code')
          }}
          isBig
          isRequired
          autoFocus={initialCode === ''}
          autoCapitalize="characters"
          spellCheck="false"
          maxLength={40}
          error={errors.code && t(`errors.${errors.code}`)}
        />
      ) : (
        !asksWho && !isLinkUnknown && <p>{t('linkKnowsYou')}</p>
      )}
      {asksWho && (
        <PersonFields
          values={person}
          onChange={(values) => {
            setPerson(values)
            if (values.name !== person.name) forget('name')
          }}
          isNameFirst={token !== null || initialCode !== ''}
          nameError={errors.name && t(`errors.${errors.name}`)}
        />
      )}
      {errors.whole && <Notice tone="danger">{t(`errors.${errors.whole}`)}</Notice>}
      {isLinkUnknown ? (
        <Button variant="primary" size="large" onPress={onUseCode}>
          {t('useCode')}
        </Button>
      ) : (
        <Button type="submit" variant="primary" size="large" isDisabled={isPending}>
          {isPending ? t('entering') : t('enter')}
        </Button>
      )}
      <p className={styles.foot}>{token === null ? t('footCode') : t('footLink')}</p>
    </form>
  )
}

function rememberedPerson(): PersonValues {
  const { name = '', country = null, agency = null } = recall()
  return { name: name.slice(0, limits.nameChars), country, agency }
}

function missingIn(given: { code: string; name: string; asksCode: boolean; asksWho: boolean }): JoinErrors {
  return {
    ...(given.asksCode && given.code.trim() === '' ? { code: 'codeMissing' } : {}),
    ...(given.asksWho && given.name.trim() === '' ? { name: 'nameMissing' } : {}),
  }
}

function personBody({ name, country, agency }: PersonValues) {
  return { name: name.trim(), ...(country !== null ? { country } : {}), ...(agency !== null ? { agency } : {}) }
}
