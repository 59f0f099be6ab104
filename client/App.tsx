/** The client as a whole: the language for everything below, and which page an address shows. */
import type { i18n } from 'i18next'
import { lazy, type ReactNode, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { FailureBoundary } from './design/FailureBoundary.tsx'
import { localeOf } from './i18n/dates.ts'
import { useLanguage } from './i18n/useLanguage.ts'
import { JoinPage } from './pages/JoinPage.tsx'
import { LoadingPage } from './pages/LoadingPage.tsx'
import { UnknownPage } from './pages/UnknownPage.tsx'

const MeetingPage = lazy(async () => ({ default: (await import('./pages/MeetingPage.tsx')).MeetingPage }))
const OrganizePage = lazy(async () => ({ default: (await import('./pages/OrganizePage.tsx')).OrganizePage }))

export function App({ i18n }: { i18n: i18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <InLanguage>
        <FailureBoundary>
          <Suspense fallback={<LoadingPage />}>
            <Switch>
              <Route path="/" component={JoinPage} />
              <Route path="/j" component={JoinPage} />
              <Route path="/organize" component={OrganizePage} />
              <Route path="/m/:meetingId/*?">
                {({ meetingId }) => <MeetingPage key={meetingId} meetingId={meetingId} />}
              </Route>
              <Route component={UnknownPage} />
            </Switch>
          </Suspense>
        </FailureBoundary>
      </InLanguage>
    </I18nextProvider>
  )
}

function InLanguage({ children }: { children: ReactNode }) {
  const [language] = useLanguage()
  return <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
}
