/** Gives the present moment a name, so that it can be found again. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentName, ParticipantId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import styles from './History.module.css'
import { keepVersion } from './versions.ts'

export interface KeepMomentFormProps {
  document: DocumentName
  seat: ParticipantId
  onKept: () => void
}

type State = { is: 'idle' | 'keeping' | 'nameless' } | { is: 'kept'; name: string } | { is: 'failed'; error: unknown }

export function KeepMomentForm({ document, seat, onKept }: KeepMomentFormProps) {
  const { t } = useTranslation('history')
  const sayProblem = useProblemWords()
  const [name, setName] = useState('')
  const [state, setState] = useState<State>({ is: 'idle' })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    const given = name.trim()
    if (state.is === 'keeping') return
    if (given === '') {
      setState({ is: 'nameless' })
      return
    }
    setState({ is: 'keeping' })
    keepVersion(document, seat, given).then(
      () => {
        setName('')
        setState({ is: 'kept', name: given })
        onKept()
      },
      (error: unknown) => setState({ is: 'failed', error }),
    )
  }

  return (
    <form className={styles.keep} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('keepName')}
        hint={t('keepHint')}
        value={name}
        onChange={setName}
        maxLength={limits.titleChars}
        {...(state.is === 'nameless' ? { error: t('nameMissing') } : {})}
      />
      <Button type="submit">{t('keep')}</Button>
      <span role="status" className={styles.kept}>
        {state.is === 'kept' && t('kept', { name: state.name })}
      </span>
      {state.is === 'failed' && <Notice tone="danger">{sayProblem(state.error)}</Notice>}
    </form>
  )
}
