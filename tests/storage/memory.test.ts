/** The storage contract on the double in memory: only what keeps it may stand in for a database. */
import { memoryStorage } from '../support/memoryStorage.ts'
import { storageContract } from './storageContract.ts'

storageContract(async () => memoryStorage())
