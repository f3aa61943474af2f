import type { ReactNode } from 'react'

export interface PageAloneProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page with nothing but the panel on it. */
export function PageAlone({ title, children }: PageAloneProps) {
  return (
    <main className="page-alone">
      <h1 className="page-title">{title}</h1>
      {children}
    </main>
  )
}
