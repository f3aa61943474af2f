import { randomBytes, randomUUID } from 'node:crypto'
import { demoCredentials } from '../../connect/wire/credentials.ts'
import { badRequest, StoreError } from '../answers/store-error.ts'

/** Temporary credentials, as a role has them. */
export interface Session {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

export interface SessionOptions {
  readonly lifetimeMs: number
  /** The length of the session token. AWS documents no limit for it. Default: 900. */
  readonly tokenCharacters?: number
}

export interface Sessions {
  readonly start: (options: SessionOptions, now: number) => Session
  /** The secret of an access key, if the request has its session token and that has not expired. */
  readonly secretFor: (accessKeyId: string, sessionToken: string | undefined, now: number) => string
  readonly clear: () => void
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  return {
    start: ({ lifetimeMs, tokenCharacters = 900 }, now) => {
      const session = {
        accessKeyId: `ASIA${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(tokenCharacters).toString('base64').slice(0, tokenCharacters),
        expiration: new Date(now + lifetimeMs),
      }
      sessions.set(session.accessKeyId, session)
      return session
    },
    secretFor: (accessKeyId, sessionToken, now) => {
      const session = sessions.get(accessKeyId)
      if (session === undefined && accessKeyId !== demoCredentials.accessKeyId) throw unknownKey(accessKeyId)
      if (session !== undefined && sessionToken === undefined) throw unknownKey(accessKeyId)
      if (session?.sessionToken !== sessionToken) {
        throw badRequest('InvalidToken', 'The provided token is malformed or otherwise invalid.')
      }
      if (session === undefined) return demoCredentials.secretAccessKey
      if (session.expiration.getTime() <= now) {
        throw badRequest('ExpiredToken', 'The provided token has expired.')
      }
      return session.secretAccessKey
    },
    clear: () => sessions.clear(),
  }
}

const unknownKey = (accessKeyId: string) =>
  new StoreError(
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
    { AWSAccessKeyId: accessKeyId },
  )
