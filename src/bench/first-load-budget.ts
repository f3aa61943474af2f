/** The target, in gzip bytes, for everything that the panel loads before the first keystroke, without Streams and sign-in. */
export const firstLoadByteAim = 118_000

/**
 * The limit that the gate enforces. React, react-hook-form and TanStack Query are 92 KB of it; the rest is our own code. zod
 * and the rules come with the late chunk.
 */
export const firstLoadByteLimit = 118_500

/** The chunks that each page needs before the first keystroke, as Vite's manifest names them, with one language. */
const chunksOf = (page: string) => [`src/entries/pages/${page}.tsx`, 'src/i18n/en/first-words.ts']

/** The chunks of the page with the CCP. */
export const firstChunks = chunksOf('page')

/** The chunks of the panel without a CCP: in a frame of another page, and in the agent workspace. */
export const framedFirstChunks = { embed: chunksOf('embed-page'), workspace: chunksOf('workspace-page') }
