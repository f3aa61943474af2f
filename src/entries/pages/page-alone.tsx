import type { ReactNode } from 'react'

export interface PageAloneProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page that shows only the panel. */
export function PageAlone({ title, children }: PageAloneProps) {
  return (
    <main className="page-alone">
      <h1 className="page-title">{title}</h1>
      {children}
    </main>
  )
}
