/** What a refused entry means at the door: which field it is about, and the key of the sentence that says what to do. */
import { ApiProblem } from '../../lib/api.ts'

export interface JoinErrors {
  code?: 'codeMissing' | 'codeUnknown'
  name?: 'nameMissing'
  /** About no field: said above the button. */
  whole?: 'linkUnknown' | 'tooMany' | 'closed' | 'offline' | 'failed'
}

/** `by` is what the person came with. */
export function joinErrorsOf(error: unknown, by: 'code' | 'link'): JoinErrors {
  if (!(error instanceof ApiProblem)) return { whole: 'offline' }
  const { code, errors } = error.problem
  switch (code) {
    case 'unauthorized':
    case 'not-found':
    case 'forbidden':
      return by === 'code' ? { code: 'codeUnknown' } : { whole: 'linkUnknown' }
    case 'too-many-failures':
      return { whole: 'tooMany' }
    case 'not-now':
      return { whole: 'closed' }
    case 'invalid-request':
      if (errors?.some((issue) => issue.path === 'name')) return { name: 'nameMissing' }
      return by === 'code' ? { code: 'codeUnknown' } : { whole: 'linkUnknown' }
    default:
      return { whole: 'failed' }
  }
}
