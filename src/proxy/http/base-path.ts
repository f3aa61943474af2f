import type { MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'

/** Unreserved characters of RFC 3986 only, so that no server on the way can read the path differently. */
const segmentPattern = /^[A-Za-z0-9\-_~][A-Za-z0-9\-_~.]*$/

const basePathLimit = 200

/** `/tasklink` from `/tasklink` or `/tasklink/`, and nothing from `/`; undefined if it is no such path. */
export function readBasePath(text: string): string | undefined {
  const [first, ...segments] = text.replace(/\/$/, '').split('/')
  const isReadable = text.startsWith('/') && text.length <= basePathLimit && first === ''
  if (!isReadable || !segments.every((segment) => segmentPattern.test(segment))) return undefined
  return segments.map((segment) => `/${segment}`).join('')
}

/**
 * The path of a request below the base path. Without it too: some servers in front remove the path that they match, and
 * health checks usually ask the proxy directly.
 */
export const pathBelow =
  (basePath: string) =>
  (request: Request): string => {
    const path = getPath(request)
    return basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  }

/** Without the slash, a browser would look for the page's files one level too high. */
export function addSlash(basePath: string): MiddlewareHandler {
  return async (context, next) => {
    if (basePath === '' || context.req.path !== basePath) return next()
    return context.redirect(`${basePath}/${new URL(context.req.url).search}`, 302)
  }
}
