/**
 * A text that somebody is writing and has not sent: kept in this tab until it is, over a reload and over views that
 * come and go. It leaves with the tab, since laptops are borrowed.
 */
export function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    // Storage is switched off: the draft lives as long as the field.
    return ''
  }
}

export function writeDraft(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // Switched off or full: the field itself still holds the text.
  }
}
