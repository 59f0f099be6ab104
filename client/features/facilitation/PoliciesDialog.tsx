/** What the organizers promise everybody: who is named, what cases are marked at first, the level of the documents. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Policies } from '../../../shared/contracts/events.ts'
import { attributions, compareMarkings, type Marking, markings, unLevels } from '../../../shared/contracts/terms.ts'
import { policiesOf } from '../../../shared/proceedings/policies.ts'
import { initialState } from '../../../shared/proceedings/state.ts'
import { chathamHouseRule, labelOf, markingTerm } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { Select } from '../../design/Select.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { hasContributions } from './contributions.ts'
import styles from './InviteDialog.module.css'

export function PoliciesDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('policies')
  const { t: common } = useTranslation()
  const [language] = useLanguage()
  const sayProblem = useProblemWords()
  const { run, isPending, problem } = useCommand(session)
  const [before] = useState(() => policiesOf(session.getSnapshot().meeting ?? initialState.meeting))
  const [isRatcheted] = useState(() => hasContributions(session.getSnapshot()))
  const [policies, setPolicies] = useState<Policies>(before)
  const change = (part: Partial<Policies>) => setPolicies({ ...policies, ...part })
  /** Whether a choice would be looser than what people have written under. */
  const isBarred = <T extends string>(order: readonly T[], id: T, present: T) =>
    isRatcheted && order.indexOf(id) < order.indexOf(present)

  async function save(): Promise<void> {
    if (await run({ type: 'meeting.setPolicies', ...policies })) onClose()
  }

  return (
    <Dialog title={t('title')} isOpen onClose={onClose} isWide>
      <div className={styles.form}>
        <p className={styles.lead}>{t(isRatcheted ? 'ratcheted' : 'lead')}</p>
        <RadioGroup
          label={t('attribution.label')}
          choices={attributions.map((id) => ({
            id,
            label: t(`attribution.${id}`),
            meaning: id === 'none' ? chathamHouseRule[language] : t(`attribution.${id}Meaning`),
            isDisabled: isBarred(attributions, id, before.attribution),
          }))}
          value={policies.attribution}
          onChange={(attribution) => change({ attribution })}
        />
        <Select
          label={t('marking.label')}
          hint={t('marking.hint')}
          choices={markings
            .filter((marking) => !isRatcheted || compareMarkings(marking, before.defaultMarking) >= 0)
            .map((id) => ({ id, label: `${id}. ${markingTerm(id).meaning[language]}` }))}
          value={policies.defaultMarking}
          onChange={(id) => change({ defaultMarking: id as Marking })}
        />
        <RadioGroup
          label={t('level.label')}
          hint={t('level.hint')}
          choices={unLevels.map((id) => ({
            id,
            label: labelOf('unClassification', id, language),
            isDisabled: isBarred(unLevels, id, before.unLevel),
          }))}
          value={policies.unLevel}
          onChange={(unLevel) => change({ unLevel })}
        />
        <DialogActions told={problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isDisabled={isPending} onPress={() => void save()}>
            {common('save')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
