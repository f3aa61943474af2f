import * as z from 'zod/mini'

/** Characters. A shorter text could be guessed: `openssl rand -base64 32` writes 44. */
const secretLength = 32
/** A text this long is a file in the wrong place. */
const secretLimit = 1_000

/** The schema of a variable that holds a secret. */
export const secretVariable = z.string().check(
  z.refine((text) => {
    const { length } = text.trim()
    return length >= secretLength && length <= secretLimit
  }, `must have ${secretLength} to ${secretLimit} characters that cannot be guessed, such as those that openssl rand -base64 32 writes.`),
)
