import { wordsReady } from '#i18n/words.ts'
import type { Lang, Part } from '#i18n/words.ts'

/** The screens beside the situation: all of their code and words come when one is opened. */

const words = (lang: Lang, ...parts: Part[]) => parts.map((part) => wordsReady(lang, part))

export async function loadMethod(lang: Lang) {
  const [{ MethodPart }] = await Promise.all([
    import('./MethodPart.tsx'),
    ...words(lang, 'detail', 'later', 'define', 'method'),
  ])
  return MethodPart
}

export async function loadStudio(lang: Lang) {
  const [{ StudioPart }] = await Promise.all([
    import('./StudioPart.tsx'),
    ...words(lang, 'detail', 'later', 'embed'),
  ])
  return StudioPart
}

export async function loadSignIn(lang: Lang) {
  const [{ SignInPart }] = await Promise.all([
    import('./SignInPart.tsx'),
    ...words(lang, 'later', 'access'),
  ])
  return SignInPart
}

export async function loadBadge(lang: Lang) {
  const [{ Badge }] = await Promise.all([import('./session.ts'), ...words(lang, 'later')])
  return Badge
}

export async function loadLapsed(lang: Lang) {
  const [{ Lapsed }] = await Promise.all([import('./session.ts'), ...words(lang, 'later')])
  return Lapsed
}
