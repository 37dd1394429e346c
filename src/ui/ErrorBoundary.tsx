import { Component } from 'react'
import type { ReactNode } from 'react'

type Props = {
  /** What to show instead; `retry` draws the children anew. */
  fallback: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

/** Keeps a part that breaks from taking the page with it. React has no other way than a class. */
export class ErrorBoundary extends Component<Props, { error: unknown; broken: boolean }> {
  override state = { error: null as unknown, broken: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true }
  }

  override render() {
    const { fallback, children } = this.props
    if (!this.state.broken) return children
    return fallback(this.state.error, () => this.setState({ error: null, broken: false }))
  }
}
