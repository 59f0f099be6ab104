/** A button that lets a file be chosen; what becomes of the file is the caller's. */
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './Button.tsx'

export interface FileButtonProps {
  children: string
  /** Media types and endings, as the browser's file dialog takes them. */
  accepts: readonly string[]
  isDisabled?: boolean
  onChoose: (file: File) => void
}

export function FileButton({ children, accepts, isDisabled = false, onChoose }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={accepts}
      onSelect={(files) => {
        const file = files?.item(0)
        if (file) onChoose(file)
      }}
    >
      <Button isDisabled={isDisabled}>{children}</Button>
    </FileTrigger>
  )
}
