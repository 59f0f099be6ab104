/**
 * What a long test is. `npm test` holds the same rules in short forms; a torture looks for what only shows after
 * hours. To add one: write its `Torture` beside this file, or beside the short form, and list it in tortures.ts.
 */

export interface TortureRun {
  rounds: number
  /** Everything that is left to chance follows from it, as far as the machine lets it. */
  seed: number
  /** One line on how far it is. */
  report(line: string): void
}

export interface Torture {
  name: string
  /** One sentence: what it does and what has to hold. */
  about: string
  /** What is left of it counts as the long form only with so many rounds. */
  rounds: number
  /** Throws at the first thing that does not hold; the message says what, and with which seed it shows again. */
  run(options: TortureRun): Promise<void>
}
