/** The aim, in bytes of gzip, for all that the panel loads before the first keystroke, without Streams and sign-in. */
export const firstLoadByteAim = 120_000

/**
 * The limit that the gate enforces until the aim is met. React, react-hook-form, TanStack Query and zod are 99 KB of it;
 * the rest is our own code.
 */
export const firstLoadByteLimit = 125_000

/** The chunks that the panel needs before the first keystroke, as Vite's manifest names them, with one language. */
export const firstChunks = ['index.html', 'src/entries/pages/page.tsx', 'src/i18n/en/first-words.ts']
