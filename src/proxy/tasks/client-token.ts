/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string

/**
 * The client token that Connect gets. It is bound to the verified agent, so that an agent cannot use the token of another
 * agent to find their task.
 */
export const connectClientToken = (sha256Hex: Sha256Hex, userId: string, clientToken: string): string =>
  sha256Hex(`${userId}\n${clientToken}`)
