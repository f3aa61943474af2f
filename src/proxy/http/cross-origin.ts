import type { HonoRequest, MiddlewareHandler } from 'hono'
import { noteFacts, type RequestEnvironment } from '../logs/request-log.ts'

const preflight = {
  'access-control-allow-methods': 'GET,POST',
  'access-control-allow-headers': 'authorization,content-type',
  'access-control-max-age': '600',
}

/**
 * True for requests of a page from another origin. The proxy does not know its own public origin, so it needs the browser to say
 * this: only such pages ask ahead, and browsers mark their requests.
 */
const isFromOtherOrigin = (request: HonoRequest) =>
  request.method === 'OPTIONS' || /^(cross|same)-site$/.test(request.header('sec-fetch-site') ?? '')

/**
 * Allows calls from pages of these origins only. Not `hono/cors`: it changes a response that is already made, and the server
 * then sends that as a stream, which costs more than everything else that Hono does for a request.
 */
export function crossOrigin(allowedOrigins: readonly string[]): MiddlewareHandler<RequestEnvironment> {
  return async (context, next) => {
    context.header('vary', 'Origin')
    const origin = context.req.header('origin')
    if (origin !== undefined && allowedOrigins.includes(origin)) {
      context.header('access-control-allow-origin', origin)
      context.header('access-control-expose-headers', 'x-request-id,retry-after')
    } else if (origin !== undefined && isFromOtherOrigin(context.req)) {
      noteFacts(context, { reason: 'origin-not-allowed' })
    }
    if (context.req.method === 'OPTIONS') return context.body(null, 204, preflight)
    return next()
  }
}
