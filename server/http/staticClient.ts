/**
 * The built client, in the compressed form that the browser takes. Hashed files may be kept for ever; the page itself is
 * asked for each time, and is the answer to every address that is none of the interface's.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Express } from 'express'
import sirv from 'sirv'
import { ProblemError } from '../../shared/contracts/problems.ts'

const oneYearSeconds = 31_536_000

export function serveClient(app: Express, folder: string): void {
  if (!existsSync(path.join(folder, 'index.html'))) return
  const compressed = { gzip: true, brotli: true }
  app.use('/assets', sirv(path.join(folder, 'assets'), { ...compressed, immutable: true, maxAge: oneYearSeconds }))
  app.use('/assets', () => {
    // Of an older build: the page that asks for it has to be loaded anew.
    throw new ProblemError('not-found', 'There is no such file.')
  })
  const page = sirv(folder, {
    ...compressed,
    single: true,
    setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
  })
  app.get('/{*path}', (request, response, next) => {
    const isInterface = /^\/(api|sync|socket\.io)(\/|$)/.test(request.path)
    if (isInterface || (request.accepts(['html', 'json']) !== 'html' && !path.extname(request.path))) next()
    else page(request, response, next)
  })
}
