/** The place of a Redis, and the login. */
export interface RedisAddress {
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
  readonly username?: string
  readonly password?: string
  readonly database: number
}

const defaultPort = 6_379

/** UTF-16 units, with room for a generated password. The URL parser takes quadratic time for some addresses. */
const addressUnitLimit = 2_048

const isEncryptedByProtocol: Readonly<Record<string, boolean>> = { 'redis:': false, 'rediss:': true }

const databasePattern = /^\/?(\d{0,4})$/

/** Reads `rediss://user:password@host:6379/0`. Only the host is required; a query or fragment is refused. */
export function readRedisAddress(text: string): RedisAddress | undefined {
  if (text.length > addressUnitLimit || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isEncrypted = isEncryptedByProtocol[url.protocol]
  const [, database] = databasePattern.exec(url.pathname) ?? []
  const isWhole = url.hostname !== '' && url.search === '' && url.hash === ''
  if (isEncrypted === undefined || database === undefined || !isWhole) return undefined
  try {
    const [username, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    return {
      // An IPv6 address is in brackets.
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? defaultPort : Number(url.port),
      isEncrypted,
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password }),
      database: Number(database),
    }
  } catch {
    // A percent sign that is not the start of %XX.
    return undefined
  }
}
