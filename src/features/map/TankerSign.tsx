/** A tanker truck seen from the side. */
export function TankerSign() {
  return (
    <svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true" fill="currentColor">
      <path d="M3.5 1.5h7a3.25 3.25 0 0 1 0 6.500h-7a3.25 3.25 0 0 1 0-6.500zM15 3h2.300L19.5 5.800V9H15zM1 8.500h18v1H1z" />
      <circle cx="5" cy="10" r="1.7" />
      <circle cx="9" cy="10" r="1.7" />
      <circle cx="16.5" cy="10" r="1.7" />
    </svg>
  )
}
