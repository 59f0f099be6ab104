/** The part of the organizer's form that is about the meeting itself. */
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import { CheckboxGroup } from '../../design/CheckboxGroup.tsx'
import { ComboBox } from '../../design/ComboBox.tsx'
import { DateField } from '../../design/DateField.tsx'
import { languageChoices } from '../../design/languageNames.ts'
import { Select } from '../../design/Select.tsx'
import { TextField } from '../../design/TextField.tsx'
import { isLanguage } from '../../i18n/i18n.ts'
import type { FormField, MeetingForm } from './meetingForm.ts'
import styles from './OrganizerForm.module.css'

/** Every time zone that the browser knows, readable: `America/Sao Paulo`. Its own may not be among them, as `UTC` is not. */
const timezones = [
  ...new Set([...Intl.supportedValuesOf('timeZone'), new Intl.DateTimeFormat().resolvedOptions().timeZone]),
].map((id) => ({ id, label: id.replaceAll('_', ' ') }))

export interface MeetingFieldsProps {
  form: MeetingForm
  change: (part: Partial<MeetingForm>) => void
  say: (field: FormField) => string | undefined
}

export function MeetingFields({ form, change, say }: MeetingFieldsProps) {
  const { t } = useTranslation('organizer')
  const templates = [
    { id: 'case-digest', label: t('templates.caseDigest') },
    { id: 'blank', label: t('templates.blank') },
  ]
  const { template } = form
  return (
    <fieldset>
      <legend className={styles.legend}>{t('meeting')}</legend>
      <div className={styles.section}>
        <TextField
          label={t('meetingTitle')}
          value={form.title}
          onChange={(title) => change({ title })}
          error={say('title')}
          maxLength={limits.titleChars}
          isRequired
        />
        <Select
          label={t('template')}
          hint={t(template === 'blank' ? 'templates.blankHint' : 'templates.caseDigestHint')}
          choices={templates}
          value={template}
          onChange={(id) => change({ template: id === 'blank' ? 'blank' : 'case-digest' })}
          error={say('template')}
        />
        <CheckboxGroup
          label={t('languages')}
          hint={t('languagesHint')}
          choices={languageChoices}
          values={form.languages}
          onChange={(ids) => change({ languages: ids.filter(isLanguage) })}
          error={say('languages')}
        />
        <div className={styles.pair}>
          <DateField
            label={t('startsOn')}
            value={form.startsOn}
            onChange={(startsOn) => change({ startsOn, ...followingEnd(form, startsOn) })}
            error={say('startsOn')}
          />
          <DateField
            label={t('endsOn')}
            value={form.endsOn}
            onChange={(endsOn) => change({ endsOn })}
            error={say('endsOn')}
          />
        </div>
        <ComboBox
          label={t('timezone')}
          hint={t('timezoneHint')}
          choices={timezones}
          value={form.timezone}
          onChange={(timezone) => change({ timezone })}
          error={say('timezone')}
        />
        <TextField
          label={t('place')}
          value={form.place}
          onChange={(place) => change({ place })}
          error={say('place')}
          maxLength={limits.titleChars}
        />
      </div>
    </fieldset>
  )
}

/** A meeting whose first day moves past its last one lasts one day, until the organizer says otherwise. */
function followingEnd(form: MeetingForm, startsOn: string | null): Partial<MeetingForm> {
  const isPast = startsOn !== null && form.endsOn !== null && form.endsOn < startsOn
  return isPast ? { endsOn: startsOn } : {}
}
