/** What any engine's refusal becomes: the rest of the program knows this one error of a database. */
export class DatabaseError extends Error {
  readonly code: string | undefined
  constructor(message: string, code: string | undefined) {
    super(message)
    this.name = 'DatabaseError'
    this.code = code
  }
}
