/** Hands a file that the page holds to the browser to save. */
import { clock } from './time.ts'

/** A browser may ask where to save, and reads the file only then. */
const savingTakesMs = 60_000

/** Saves it as if its link had been pressed. */
export function saveFile({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  clock.after(savingTakesMs, () => URL.revokeObjectURL(link.href))
}
