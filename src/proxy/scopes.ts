/** UTF-16 units of all scopes together, more than a provider asks for. The address of the login page carries them. */
const scopesUnitLimit = 1_000

// RFC 6749, section 3.3: a scope is printable ASCII without blanks, quotation marks and backslashes.
const scopePattern = /^[\x21\x23-\x5B\x5D-\x7E]+$/

/**
 * Reads scopes that are separated by blanks, each once.
 *
 *     readScopes('openid  email openid').scopes  // ['openid', 'email']
 */
export function readScopes(text: string): {
  readonly scopes: readonly string[]
  /** Say which entry is wrong, by its place, because a value may be a secret in the wrong variable. */
  readonly mistakes: readonly string[]
} {
  if (text.length > scopesUnitLimit) {
    return { scopes: [], mistakes: [`must not be longer than ${scopesUnitLimit} characters.`] }
  }
  const scopes = [...new Set(text.trim().split(/\s+/))]
  const mistakes = scopes.flatMap((scope, index) =>
    scopePattern.test(scope)
      ? []
      : [
          `must list scopes separated by spaces, without quotation marks, backslashes or letters outside ASCII; see entry ${index + 1}.`,
        ],
  )
  // An ID token says who signed in, and providers issue it only for this scope (OpenID Connect Core, 3.1.2.1).
  if (!scopes.includes('openid')) mistakes.push('must contain the scope openid.')
  return { scopes, mistakes }
}
