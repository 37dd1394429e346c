import type * as z from 'zod/mini'
import type { Role } from '#domain/role.ts'

/** Where the API stands on its host. */
export const API_BASE = '/api/v1'

/** One address of the app, as data: what mounts it, describes it and tests it reads the same lines. */
export type Route = {
  method: 'get' | 'post' | 'delete'
  /** What stands before the path: `API_BASE`, or nothing for what other people's pages name. */
  base: typeof API_BASE | ''
  /** Under `base`; a part in braces is a parameter. */
  path: string
  summary: string
  /** What the parts in braces mean. */
  parameters: Record<string, string>
  query: z.ZodMiniObject
  /** What is sent along, as JSON, where the route takes something in; and how many bytes of it at most. */
  body?: { name: string; schema: z.ZodMiniType; maxBytes: number }
  mediaType: string
  /** Answered 204: there is nothing to say but that it is done. */
  empty?: true
  /** Null for an answer that is no JSON of ours. */
  answer: { name: string; schema: z.ZodMiniType } | null
  /** For browsers on their way: sends them on, or shows a page. */
  page?: true
  /** Who may ask. What they are told is the gate's business, not the route's. */
  least: Role
  /** Answers everybody as the public, whoever they are: what it gives is passed on to others. */
  asPublic?: true
  /** As its standard asks: parameters that it does not know are ignored, and one of them chooses the format, not `Accept`. */
  lenient?: true
}
