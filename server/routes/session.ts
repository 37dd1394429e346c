import { ROUTES } from '#contract/routes.ts'
import type { WhoAmI } from '#contract/session.ts'
import type { Caller } from '#server/access/caller.ts'
import { FOR_ONE_READER, json, nothing } from '#server/answer.ts'
import type { Answer } from '#server/answer.ts'
import type { Api } from '#server/api.ts'
import { Refusal } from '#server/problem.ts'

/** Who somebody is, signing in with a key, and signing out. */
export function mountSession({ access, ...api }: Api): void {
  const { door, provider } = access

  function whoAmI({ role, label, expiresAt }: Caller, cookies: string[] = []): Answer {
    const ways = { provider: provider?.name ?? null, keys: door !== null }
    const answer = json({ role, label, expiresAt, ...ways } satisfies WhoAmI)
    // The public's answer too: a moment later somebody may be behind the same browser.
    return { ...answer, headers: FOR_ONE_READER, cookies }
  }

  api.get(ROUTES.session, ({ caller }) => whoAmI(caller))

  api.post(ROUTES.signIn, async ({ request, body }) => {
    if (door === null) throw new Refusal('not-found')
    const { caller, cookie } = await door.withKey(request, body.key)
    return whoAmI(caller, [cookie])
  })

  api.delete(ROUTES.signOut, async ({ request }) =>
    nothing(door === null ? [] : [await door.leave(request)]),
  )
}
