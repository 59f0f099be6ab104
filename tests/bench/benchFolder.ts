/** Where the bench keeps what it makes and installs: ignored by git, safe to delete. */
import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '../..')
export const benchFolder = join(projectRoot, '.bench')
