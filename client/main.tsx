/** Starts the client: the theme and the language of this device, then the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './design/tokens.css'
import './design/base.css'
import { startTheme } from './design/theme.ts'
import { firstLanguage } from './i18n/firstLanguage.ts'
import { startI18n } from './i18n/i18n.ts'
import { recall } from './lib/browserStore.ts'

startTheme()
const i18n = await startI18n(recall().language ?? firstLanguage(navigator.languages))
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element "root"')
createRoot(root).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
)
