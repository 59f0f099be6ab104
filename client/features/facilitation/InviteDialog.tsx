/** A personal link for one person: whoever opens it is that person, with the role chosen here, without the lobby. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InvitationAnswer, invitationAnswer } from '../../../shared/contracts/http.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { type Role, role as roleSchema, roles } from '../../../shared/contracts/terms.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { ComboBox } from '../../design/ComboBox.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Select } from '../../design/Select.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useTermChoices } from '../../i18n/useTermChoices.ts'
import { api } from '../../lib/api.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { InvitationLink } from './InvitationLink.tsx'
import styles from './InviteDialog.module.css'

export function InviteDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('people')
  const [made, setMade] = useState<InvitationAnswer | null>(null)
  return (
    <Dialog title={t(made ? 'invite.made' : 'invite.title')} isOpen onClose={onClose}>
      {made ? (
        <InvitationLink invitation={made} onAnother={() => setMade(null)} onClose={onClose} />
      ) : (
        <InviteForm session={session} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface InviteFormProps {
  session: MeetingSession
  onMade: (invitation: InvitationAnswer) => void
  onClose: () => void
}

function InviteForm({ session, onMade, onClose }: InviteFormProps) {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const [language] = useLanguage()
  const countries = useTermChoices('countries')
  const [role, setRole] = useState<Role>('participant')
  const [name, setName] = useState('')
  const [country, setCountry] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsPending(true)
    setFailure(null)
    const who = { ...(name.trim() !== '' ? { name: name.trim() } : {}), ...(country !== null ? { country } : {}) }
    const path = `/api/meetings/${encodeURIComponent(session.meetingId)}/invitations`
    try {
      onMade(await api('POST', path, { answer: invitationAnswer, body: { role, ...who }, seat: session.seat }))
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={styles.lead}>{t('invite.lead')}</p>
      <Select
        label={t('role')}
        choices={roles.map((id) => ({ id, label: labelOf('meetingRoles', id, language) }))}
        value={role}
        onChange={(id) => setRole(roleSchema.parse(id))}
      />
      <TextField
        label={t('invite.name')}
        hint={t('invite.nameHint')}
        value={name}
        onChange={setName}
        maxLength={limits.nameChars}
        spellCheck="false"
      />
      <ComboBox label={t('invite.country')} choices={countries} value={country} onChange={setCountry} />
      <DialogActions told={failure !== null && <Notice tone="danger">{sayProblem(failure)}</Notice>}>
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={isPending}>
          {t('invite.make')}
        </Button>
      </DialogActions>
    </form>
  )
}
