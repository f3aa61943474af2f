const signedOutKey = 'ccp-signed-out'

/** Whether the agent signed out in this tab; outlives the frame, which Streams creates anew while it waits for a sign-in. */
export const isSignedOut = () => storage()?.getItem(signedOutKey) === 'yes'

export const rememberSignedOut = () => storage()?.setItem(signedOutKey, 'yes')

export const forgetSignedOut = () => storage()?.removeItem(signedOutKey)

// A browser that blocks third-party storage, as Chromium does in private windows, throws at the mere mention of it.
function storage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
