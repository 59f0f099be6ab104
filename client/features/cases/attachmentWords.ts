/** Why a file was not attached, in the reader's words: what is wrong with it, and what to do. */
import { useTranslation } from 'react-i18next'
import { attachmentKinds } from '../../../shared/contracts/attachmentKinds.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { problemKey, useProblemWords } from '../../i18n/problemWords.ts'
import { formatBytes } from '../../i18n/sizes.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { ApiProblem } from '../../lib/api.ts'

/** What kinds of file are called, in every language. */
export const acceptedKinds = Object.values(attachmentKinds)
  .map(({ label }) => label)
  .join(', ')

/** Whether the same file could be taken another time. */
export function canTryAgain(reason: unknown): boolean {
  const code = codeOf(reason)
  return code !== 'too-large' && code !== 'unsupported-media-type' && code !== 'invalid-request'
}

export interface CaseNow {
  isFull: boolean
  mayAdd: boolean
}

/** The key in `case` for what was thrown; null where the words that are said everywhere will do. */
export function failureKey(reason: unknown, { isFull, mayAdd }: CaseNow): string | null {
  if (problemKey(reason) === 'problem.offline') return 'files.failure.offline'
  switch (codeOf(reason)) {
    case 'too-large':
      return 'files.failure.tooLarge'
    case 'unsupported-media-type':
      return 'files.failure.kind'
    case 'invalid-request':
      return 'files.failure.unusable'
    case 'unavailable':
      return 'files.failure.noSpace'
    case 'not-now':
      return !mayAdd ? 'files.failure.closed' : isFull ? 'files.failure.caseFull' : 'files.failure.meetingFull'
    default:
      return null
  }
}

export function useFailureWords(): (reason: unknown, now: CaseNow) => string {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const values = {
    kinds: acceptedKinds,
    size: formatBytes(limits.attachmentBytes, language),
    limit: limits.attachmentsPerCase,
  }
  return (reason, now) => {
    const key = failureKey(reason, now)
    return key === null ? problemWords(reason) : t(key, values)
  }
}

function codeOf(reason: unknown) {
  return reason instanceof ApiProblem ? reason.problem.code : null
}
