/** What to read out of new messages: not each as it comes, but what has come in a few seconds, in one sentence. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/contracts/http.ts'
import { clock } from '../../lib/time.ts'

/** Messages within this time are one announcement: a lively room must not talk without pause. */
const batchMs = 4_000

export function useNews(messages: readonly Message[], self: string, nameOf: (id: string) => string): string {
  const { t } = useTranslation('discussion')
  const [said, setSaid] = useState('')
  const lastHeard = useRef(messages.at(-1)?.seq ?? 0)
  const latest = useRef({ messages, nameOf, t })
  useEffect(() => {
    latest.current = { messages, nameOf, t }
  })
  const newest = messages.at(-1)?.seq ?? 0

  useEffect(() => {
    if (newest <= lastHeard.current) return
    return clock.after(batchMs, () => {
      const { messages: all, nameOf: name, t: say } = latest.current
      const news = all.filter(({ seq, authorId }) => seq > lastHeard.current && authorId !== self)
      lastHeard.current = all.at(-1)?.seq ?? lastHeard.current
      const [only] = news
      if (!only) return
      setSaid(
        news.length === 1
          ? say('newOne', { name: name(only.authorId), text: only.text })
          : say('newMany', { count: news.length }),
      )
    })
  }, [newest, self])

  return said
}
