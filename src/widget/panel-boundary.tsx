import { Component, type ReactNode } from 'react'
import { loadedLanguage, wordsMissing } from '../i18n/load-language.ts'

export interface PanelBoundaryProps {
  /** The languages that the agent wants; the browser's by default. */
  readonly locales?: readonly string[] | undefined
  readonly children: ReactNode
}

/** The message in the agent's language, if that was loaded before the exception. */
function crashWords(locales: readonly string[] | undefined) {
  try {
    const words = loadedLanguage(locales ?? navigator.languages)?.messages.panel
    return words ? { text: words.crashed, retry: words.reload } : wordsMissing
  } catch {
    return wordsMissing
  }
}

/** An exception in the panel must not unmount the CCP beside it. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    const { text, retry } = crashWords(this.props.locales)
    return <LoadFailure message={text} retry={retry} onRetry={() => this.setState({ hasFailed: false })} />
  }
}

interface LoadFailureProps {
  readonly message: string
  readonly retry: string
  readonly onRetry: () => void
}

/** Shown instead of the whole panel. */
export function LoadFailure({ message, retry, onRetry }: LoadFailureProps) {
  return (
    <section className="tl-panel" part="panel" dir="auto">
      <div className="tl-notice" data-tone="danger" role="alert">
        <p className="tl-strong">{message}</p>
        <button type="button" className="tl-primary" onClick={onRetry}>
          {retry}
        </button>
      </div>
    </section>
  )
}
