/**
 * Sends a file as the body of a request and tells how much of it has gone, which `fetch` cannot. Answers and refusals are
 * those of `api`. A line on which nothing moves any more is given up, so that somebody hears of it.
 */
import type { z } from 'zod'
import { fileNameHeader } from '../../shared/contracts/http.ts'
import { NetworkFailure, readAnswer } from './api.ts'
import type { Cancel, Clock } from './time.ts'

/** So long nothing may move. Long enough for a hall's network to come back, short enough to be told. */
const stalledAfterMs = 45_000

export interface Upload<S extends z.ZodType> {
  path: string
  content: Blob
  fileName: string
  /** Which seat of this browser session sends it. */
  seat: string
  answer: S
  clock: Clock
  /** From 0 to 1. */
  onProgress: (share: number) => void
}

/** Rejects as `api` does. */
export function upload<S extends z.ZodType>(sending: Upload<S>): Promise<z.infer<S>> {
  const { path, content, fileName, seat, answer, clock, onProgress } = sending
  const request = new XMLHttpRequest()
  return new Promise<Response>((resolve, reject) => {
    let stopWaiting: Cancel = () => undefined
    const moved = () => {
      stopWaiting()
      stopWaiting = clock.after(stalledAfterMs, () => request.abort())
    }
    const failed = () => {
      stopWaiting()
      reject(new NetworkFailure())
    }
    request.upload.onprogress = ({ loaded, total }) => {
      moved()
      onProgress(total === 0 ? 0 : loaded / total)
    }
    request.onload = () => {
      stopWaiting()
      resolve(new Response(request.responseText, { status: request.status }))
    }
    request.onerror = failed
    request.onabort = failed
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('plenaria-seat', seat)
    request.setRequestHeader(fileNameHeader, encodeURIComponent(fileName))
    request.send(content)
    moved()
  }).then((response) => readAnswer(response, answer))
}
