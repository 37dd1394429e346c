import * as z from 'zod/mini'

/** RFC 9457 problem details. `title` and `detail` are in the reader's language; `type` is for programs. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  /** For bad requests: each parameter that did not fit, and why. */
  parameters: z.optional(z.array(z.object({ name: z.string(), reason: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
