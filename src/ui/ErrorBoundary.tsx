import { Component } from 'react'
import type { ReactNode } from 'react'

type Props = {
  /** Draws what is shown instead; `retry` draws the children anew. */
  renderBroken: (retry: () => void) => ReactNode
  children: ReactNode
}

/** Keeps a part that breaks from taking the page with it. React has no other way than a class. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    const { renderBroken, children } = this.props
    return this.state.broken ? renderBroken(() => this.setState({ broken: false })) : children
  }
}
