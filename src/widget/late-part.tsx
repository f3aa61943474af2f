import type { ReactNode } from 'react'
import { useLate } from './late-context.ts'
import type { LateParts } from './late-parts.ts'
import { usePanelSetting } from './panel-setting.ts'

/** A part that may not have come yet: until it has, its place says so, and what to do where it could not. */
export function LatePart({ children }: { readonly children: (parts: LateParts) => ReactNode }) {
  const late = useLate()
  const { messages } = usePanelSetting()
  switch (late.status) {
    case 'loading':
      return <p>{messages.panel.loading}</p>
    case 'failed':
      return (
        <p>
          {messages.panel.partMissing}{' '}
          <button type="button" onClick={late.retry}>
            {messages.panel.retry}
          </button>
        </p>
      )
    case 'loaded':
      return children(late.parts)
  }
}
