/** Where the panel's page lives on the proxy. */
export const pagePath = '/'

/** The panel alone, for a page that embeds it and tells it the contact. */
export const embedPath = '/embed'

/** The panel alone, as an app of the Amazon Connect agent workspace. */
export const workspacePath = '/workspace'

/** Where the identity provider sends the browser back to; the same page, which then ends the sign-in. */
export const signedInPath = '/signed-in'

/** Our own sign-in window, which opens the provider's login page where a frame cannot do it itself. */
export const signInPath = '/sign-in'
