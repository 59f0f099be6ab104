/** Builds the client into dist/client. In development its server passes the calls on to a server on port 3000. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { languages } from './shared/contracts/terms.ts'

const server = 'http://127.0.0.1:3000'

/**
 * react-aria ships its own words in thirty languages and picks one when it runs, so a bundler keeps them all. Those
 * that the interface does not speak are left out: a fifth of what a phone on hotel wifi would load.
 */
function onlyOurLanguages(): Plugin {
  const catalogue = /\/react-(?:aria|stately|aria-components)\/dist\/private\/(?:.*\/)?intl\/(?:.*\/)?(\w\w)-\w\w\.mjs$/
  return {
    name: 'only-our-languages',
    load(id) {
      const language = catalogue.exec(id)?.[1]
      const isOurs = language === undefined || languages.some((ours) => ours === language)
      return isOurs ? null : 'export default {}'
    },
  }
}

export default defineConfig({
  root: 'client',
  plugins: [react(), onlyOurLanguages()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and images stay files: the content security policy takes them from our own address only.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
