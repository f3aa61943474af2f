import { Component, type ReactNode } from 'react'

export interface PanelBoundaryProps {
  readonly message: string
  readonly retry: string
  readonly children: ReactNode
}

/** Keeps a fault in the panel inside the panel: the CCP beside it goes on. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className="tl-notice" data-tone="danger" role="alert">
        <p>{this.props.message}</p>
        <button type="button" onClick={() => this.setState({ hasFailed: false })}>
          {this.props.retry}
        </button>
      </div>
    )
  }
}
