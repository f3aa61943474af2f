/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string

/**
 * The token Connect sees: bound to the verified agent, so that nobody can ask with another agent's token what became of
 * that agent's task.
 */
export const connectClientToken = (sha256Hex: Sha256Hex, userId: string, clientToken: string): string =>
  sha256Hex(`${userId}\n${clientToken}`)
