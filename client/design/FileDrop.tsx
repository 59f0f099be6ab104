/** Lets files be chosen, dropped or pasted, several at once; what becomes of them is the caller's. */
import type { ReactNode, Ref } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './Button.tsx'
import styles from './FileDrop.module.css'

export interface FileDropProps {
  /** On the button. */
  action: string
  /** What the place is called for who does not see it. */
  label: string
  /** Media types and endings, as the browser's file dialog takes them. */
  accepts: readonly string[]
  onChoose: (files: File[]) => void
  /** The button, to give it the focus. */
  buttonRef?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function FileDrop({ action, label, accepts, onChoose, buttonRef, children }: FileDropProps) {
  return (
    <DropZone
      className={styles.zone ?? ''}
      aria-label={label}
      onDrop={async ({ items }) => {
        const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
        if (files.length > 0) onChoose(await Promise.all(files))
      }}
    >
      <FileTrigger
        acceptedFileTypes={accepts}
        allowsMultiple
        onSelect={(files) => {
          if (files && files.length > 0) onChoose([...files])
        }}
      >
        <Button size="small" icon="plus" {...(buttonRef ? { ref: buttonRef } : {})}>
          {action}
        </Button>
      </FileTrigger>
      {children}
    </DropZone>
  )
}
