import * as z from 'zod/mini'
import { Role } from '#domain/role.ts'
import { Instant } from '#domain/time.ts'

/** Header of answers to whoever is more than the public: the role it was told as. The public's answers have none. */
export const ROLE_HEADER = 'X-Jauge-Role'

/** Who the server takes the asker for, and how one may sign in there. */
export const WhoAmI = z.object({
  role: Role,
  /** Label of the key, or the name that an identity provider gave; null for the public. */
  label: z.nullable(z.string()),
  /** When the session or the key ends; null when it does not, and for the public. */
  expiresAt: z.nullable(Instant),
  /** What the deployment calls its identity provider, where it has one: signing in there begins at `/sign-in/provider`. */
  provider: z.nullable(z.string()),
  /** True where keys are traded for sessions; the demo does not. */
  keys: z.boolean(),
})
export type WhoAmI = z.infer<typeof WhoAmI>

/** An access key, traded for a session cookie. */
export const SignIn = z.strictObject({ key: z.string().check(z.minLength(1), z.maxLength(200)) })
export type SignIn = z.infer<typeof SignIn>
