/** What whoever is more than the public needs on every screen, as one piece. */
export { Badge } from '#features/sign-in/Badge.tsx'
export { Lapsed } from '#features/sign-in/Lapsed.tsx'
