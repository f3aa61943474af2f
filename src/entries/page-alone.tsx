import type { ReactNode } from 'react'
import { chooseLocale } from '../i18n/choose-locale.ts'

/** A page with nothing but the panel on it. */
export function PageAlone({ children }: { readonly children: ReactNode }) {
  const { messages } = chooseLocale(navigator.languages)
  return (
    <main className="page-alone">
      <h1 className="page-title">{messages.page.titleAlone}</h1>
      {children}
    </main>
  )
}
