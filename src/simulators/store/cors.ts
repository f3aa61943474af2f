import type { CORSRule } from '@aws-sdk/client-s3'
import { StoreError } from './answers/store-error.ts'
import type { StoreRequest } from './store-request.ts'

/* The bucket's CORS configuration (S3 user guide, "Elements of a CORS configuration"). */

const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

/** Whether a pattern with at most one `*` matches. */
function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return pattern === text
  return text.length >= pattern.length - 1 && text.startsWith(before) && text.endsWith(after)
}

const requestedHeaders = ({ headers }: StoreRequest) =>
  (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)

function ruleFor(rules: readonly CORSRule[], request: StoreRequest, method: string): CORSRule | undefined {
  const origin = request.headers.get('origin') ?? ''
  return rules.find(
    ({ AllowedOrigins = [], AllowedMethods = [], AllowedHeaders = [] }) =>
      AllowedOrigins.some((pattern) => matches(pattern, origin)) &&
      AllowedMethods.includes(method) &&
      requestedHeaders(request).every((name) =>
        AllowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name)),
      ),
  )
}

function headersOf(rule: CORSRule, request: StoreRequest): Record<string, string> {
  const allowsAll = rule.AllowedOrigins?.includes('*') === true
  return {
    'access-control-allow-origin': allowsAll ? '*' : (request.headers.get('origin') ?? ''),
    'access-control-allow-methods': (rule.AllowedMethods ?? []).join(', '),
    ...(rule.ExposeHeaders?.length && { 'access-control-expose-headers': rule.ExposeHeaders.join(', ') }),
    ...(rule.MaxAgeSeconds !== undefined && { 'access-control-max-age': String(rule.MaxAgeSeconds) }),
    ...(!allowsAll && { 'access-control-allow-credentials': 'true' }),
    vary,
  }
}

/** The headers that allow a page to read the answer; none if no rule allows the page's request. */
export function corsHeaders(rules: readonly CORSRule[], request: StoreRequest): Record<string, string> {
  if (!request.headers.has('origin')) return {}
  const rule = ruleFor(rules, request, request.method)
  return rule === undefined ? {} : headersOf(rule, request)
}

/** The headers of the answer to a preflight; throws if no rule allows what it asks for. */
export function preflightHeaders(rules: readonly CORSRule[], request: StoreRequest): Record<string, string> {
  const method = request.headers.get('access-control-request-method')
  if (!request.headers.has('origin')) {
    throw new StoreError(400, 'BadRequest', 'Insufficient information. Origin request header needed.')
  }
  if (method === undefined) {
    throw new StoreError(400, 'BadRequest', 'Invalid Access-Control-Request-Method: null')
  }
  const details = { Method: method, ResourceType: 'OBJECT' }
  if (rules.length === 0) {
    throw new StoreError(
      403,
      'AccessForbidden',
      'CORSResponse: CORS is not enabled for this bucket.',
      details,
    )
  }
  const rule = ruleFor(rules, request, method)
  if (rule === undefined) {
    throw new StoreError(
      403,
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      details,
    )
  }
  const names = requestedHeaders(request)
  return {
    ...headersOf(rule, request),
    ...(names.length > 0 && { 'access-control-allow-headers': names.join(', ') }),
  }
}
