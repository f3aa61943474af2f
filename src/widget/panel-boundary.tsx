import { Component, type ReactNode } from 'react'

export interface PanelBoundaryProps {
  readonly message: string
  readonly retry: string
  readonly children: ReactNode
}

/** Keeps an exception in the panel from taking the CCP beside it down. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <LoadFailure
        message={this.props.message}
        retry={this.props.retry}
        onRetry={() => this.setState({ hasFailed: false })}
      />
    )
  }
}

interface LoadFailureProps extends Pick<PanelBoundaryProps, 'message' | 'retry'> {
  readonly onRetry: () => void
}

/** In the place of the whole panel. */
export function LoadFailure({ message, retry, onRetry }: LoadFailureProps) {
  return (
    <section className="tl-panel" part="panel">
      <div className="tl-notice" data-tone="danger" role="alert">
        <p>{message}</p>
        <button type="button" onClick={onRetry}>
          {retry}
        </button>
      </div>
    </section>
  )
}
