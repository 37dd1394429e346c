import * as z from 'zod/mini'

/** Who is asking, from least to most trusted. */
export const Role = z.enum(['public', 'partner', 'analyst', 'admin'])
export type Role = z.infer<typeof Role>
export const ROLES = ['public', 'partner', 'analyst', 'admin'] as const satisfies Role[]

/** True when `role` may do what needs `least`. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}
