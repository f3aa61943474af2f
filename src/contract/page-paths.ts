/** Where the panel's page lives on the proxy. */
export const pagePath = '/'

/** Where the identity provider sends the browser back to; the same page, which then ends the sign-in. */
export const signedInPath = '/signed-in'
