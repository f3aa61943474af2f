/** Bytes, gzip, that we want an agent to wait for at most before the first keystroke; Streams and the sign-in come later. */
export const firstLoadByteAim = 120_000

/**
 * What the gate holds it to until the aim is met: React, its form and query libraries and zod are 99 KB of it, the rest
 * is ours.
 */
export const firstLoadByteLimit = 125_000

/** The chunks without which nothing can be typed, as Vite's manifest names them. */
export const firstChunks = ['index.html', 'src/entries/page.tsx']
