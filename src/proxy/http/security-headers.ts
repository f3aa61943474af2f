import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { signedInPath, signInPath } from '../../contract/page-paths.ts'

export interface SecurityHeadersOptions {
  readonly ccpUrl: string
  /** Read for each response, because the identity provider’s endpoints may become known later. */
  readonly signInOrigins: () => readonly string[]
  readonly frameAncestors: readonly string[]
  /** The origin to which the panel sends files; undefined if the proxy takes none. */
  readonly storeOrigin?: Promise<string | undefined> | undefined
}

/** The pages that are shown in a sign-in window. */
const windowPaths = new Set<string>([signInPath, signedInPath])

/** Neither the panel nor the CCP or a sign-in page uses these. */
const unneededFeatures = [
  'accelerometer',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
  'xrSpatialTracking',
] as const

/** In seconds (180 days). Only for this host, not for its subdomains, which belong to others. */
const strictTransport = 'max-age=15552000'

/** Set by a proxy that terminates TLS. If a caller forges it on plain HTTP, it changes only their own response, and browsers ignore it. */
const isBehindTls = (forwarded = '') => /^\s*https\s*(,|$)/i.test(forwarded)

/**
 * Says what the panel’s page may load. No header here may take microphone, camera, autoplay or clipboard from the CCP’s frame:
 * a feature that the Permissions-Policy does not name stays as the frame’s `allow` says.
 */
export function securityHeaders(options: SecurityHeadersOptions): MiddlewareHandler {
  const { ccpUrl, signInOrigins, frameAncestors, storeOrigin } = options
  const ccpOrigin = new URL(ccpUrl).origin
  const signIn = () => signInOrigins().join(' ')
  let store: readonly string[] = []
  const storeKnown = storeOrigin?.then((origin) => (store = origin === undefined ? [] : [origin]))
  const headers = {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", () => [...signInOrigins(), ...store].join(' ')],
      // 'self': silent renewal ends in a hidden frame at the panel’s own /signed-in.
      frameSrc: ["'self'", ccpOrigin, signIn],
      // Streams plays the ring tone in the embedding page, from an address that the CCP gives.
      mediaSrc: [ccpOrigin, 'https:'],
      frameAncestors: [...frameAncestors],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      objectSrc: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    // frame-ancestors replaces it: X-Frame-Options cannot name several hosts.
    xFrameOptions: false,
    // Set below, only behind TLS.
    strictTransportSecurity: false,
    permissionsPolicy: Object.fromEntries(unneededFeatures.map((feature) => [feature, []])),
  }
  // The CCP and the identity provider sign in by popup, and the popup must reach this page.
  const ofPages = secureHeaders({ ...headers, crossOriginOpenerPolicy: 'same-origin-allow-popups' })
  // In our own sign-in window, and where the provider's answer arrives, any policy would cut the window off from the page
  // that opened it.
  const ofWindows = secureHeaders({ ...headers, crossOriginOpenerPolicy: false })
  return async (context, next) => {
    await storeKnown
    if (isBehindTls(context.req.header('x-forwarded-proto'))) {
      context.header('strict-transport-security', strictTransport)
    }
    return (windowPaths.has(context.req.path) ? ofWindows : ofPages)(context, next)
  }
}
