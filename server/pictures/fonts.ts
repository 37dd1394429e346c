import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * The fonts of the pictures, from packages under the SIL Open Font License: a server may have none of its own, and
 * what Bambara is written with (ɛ, ɔ, ŋ) is in few.
 */
export const FONT_FILES = {
  sans: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  serif: require.resolve('@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf'),
  /** For the signs that the others lack: ≤, ≥, →. */
  signs:
    require.resolve('@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf'),
} as const
