/** The built client: hashed files may be kept for ever, the page itself is asked for each time. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import express, { type Express } from 'express'

export function serveClient(app: Express, folder: string): void {
  const page = path.join(folder, 'index.html')
  app.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(folder, { index: false, cacheControl: false }))
  app.get('/{*path}', (request, response, next) => {
    const wantsPage =
      request.accepts(['html', 'json']) === 'html' && !/^\/(api|sync|socket\.io)(\/|$)/.test(request.path)
    if (!wantsPage || !existsSync(page)) {
      next()
      return
    }
    response.set('Cache-Control', 'no-cache').sendFile(page)
  })
}
