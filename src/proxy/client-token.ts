/**
 * The token Connect sees, as lower-case hexadecimal SHA-256: bound to the verified agent, so that nobody can ask with
 * another agent's token what became of that agent's task.
 */
export async function connectClientToken(userId: string, clientToken: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${userId}\n${clientToken}`)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
