/** Sizes of files as the reader's language writes them. */
import type { Language } from '../../shared/contracts/terms.ts'
import { localeOf } from './dates.ts'

const kilobyte = 1_024
const megabyte = 1_048_576

export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] = bytes < megabyte ? [Math.max(1, bytes / kilobyte), 'kilobyte'] : [bytes / megabyte, 'megabyte']
  const digits = unit === 'megabyte' && value < 10 ? 1 : 0
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, maximumFractionDigits: digits }).format(value)
}
