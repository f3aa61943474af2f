/** Bytes, gzip, that an agent may have to wait for before the first keystroke; Streams comes later. */
export const firstLoadByteLimit = 120_000

/** The chunks without which nothing can be typed, as Vite's manifest names them. */
export const firstChunks = ['index.html', 'src/entries/page.tsx']
