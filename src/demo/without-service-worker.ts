const KEY = 'jauge-demo-without-service-worker'

/** True once the reader of this tab has chosen to go on without a service worker. */
export function mayGoWithout(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** For this tab, so that a reload asks nothing again. */
export function rememberToGoWithout(): void {
  try {
    sessionStorage.setItem(KEY, 'yes')
  } catch {
    // A browser that keeps nothing asks again.
  }
}
