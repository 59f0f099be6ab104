/** The line glyphs, 16 by 16, in the colour of the text beside them. They decorate words and are hidden from readers. */
import type { ReactNode } from 'react'

const glyphs = {
  check: <path d="m3.5 8.5 3 3 6-7" />,
  barred: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 4 8 8" />
    </>
  ),
  arrow: <path d="M2.5 8h10.5M9 4l4 4-4 4" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  left: <path d="M10 4 6 8l4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  more: (
    <>
      <circle cx="3.5" cy="8" r=".75" />
      <circle cx="8" cy="8" r=".75" />
      <circle cx="12.5" cy="8" r=".75" />
    </>
  ),
  grip: (
    <>
      <circle cx="6" cy="4" r=".75" />
      <circle cx="10" cy="4" r=".75" />
      <circle cx="6" cy="8" r=".75" />
      <circle cx="10" cy="8" r=".75" />
      <circle cx="6" cy="12" r=".75" />
      <circle cx="10" cy="12" r=".75" />
    </>
  ),
  undo: <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />,
  redo: <path d="M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10" />,
  filter: <path d="M2 4h12M4.5 8h7M7 12h2" />,
  list: <path d="M2 4h12M2 8h12M2 12h12" />,
  wait: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  offline: <path d="M2 2l12 12M8 12.5h.01M5.5 9.7a4 4 0 0 1 2-1M3.3 7.2a7 7 0 0 1 2.6-1.6M9 5.2a7 7 0 0 1 3.7 2" />,
  lock: <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  attention: <path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.7h.01" />,
  agenda: <path d="M3 3.5h10v10H3zM3 6.5h10M6 2v3M10 2v3" />,
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13.5a4.5 4.5 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12.5 10a4.5 4.5 0 0 1 2 3.5" />
    </>
  ),
  talk: <path d="M2 3h12v8H7l-3 3v-3H2z" />,
  document: <path d="M4 1.5h5.5L12.5 5v9.5H4zM9 2v3.5h3.5M6 8.5h4M6 11h4" />,
  board: <path d="M2 3h12v10.5H2zM6 3v10.5M10 3v10.5" />,
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7" />
    </>
  ),
  dark: <path d="M13.5 9.5a6 6 0 0 1-7-7 6 6 0 1 0 7 7z" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  send: <path d="M2 8 14 2.5 10.5 14 7.5 9z" />,
  download: <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof glyphs

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'check' || name === 'barred' || name === 'arrow' ? 2 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {glyphs[name]}
    </svg>
  )
}
