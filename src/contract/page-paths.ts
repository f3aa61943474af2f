/*
 * The pages of the proxy, below the address under which agents reach it: `/` there, or a BASE_PATH. Each page is one level
 * below that address and can read it from its own.
 */

/** The CCP and the panel side by side. */
export const pagePath = '/'

/** The panel alone, for a page that embeds it and tells it the contact. */
export const embedPath = '/embed'

/** The panel alone, as an app of the Amazon Connect agent workspace. */
export const workspacePath = '/workspace'

/** Where the identity provider sends the browser back to; the same page, which then ends the sign-in. */
export const signedInPath = '/signed-in'

/** Our own sign-in window, which opens the provider's login page where a frame cannot do it itself. */
export const signInPath = '/sign-in'

/** The page that an address shows: `/embed` for `/tasklink/embed`. */
export const pageOf = (pathname: string): string => pathname.slice(pathname.lastIndexOf('/'))

/** The path before the page's own: `/tasklink` for `/tasklink/embed`, and nothing for `/embed`. */
export const basePathOf = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf('/'))
