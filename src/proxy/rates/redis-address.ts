/** One Redis, and who asks there. */
export interface RedisAddress {
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
  readonly username?: string
  readonly password?: string
  readonly database: number
}

const defaultPort = 6_379

/** UTF-16 units, with room for the password that a cloud makes: the URL parser takes quadratic time over some addresses. */
const addressUnitLimit = 2_048

const isEncryptedByProtocol: Readonly<Record<string, boolean>> = { 'redis:': false, 'rediss:': true }

const databasePattern = /^\/?(\d{0,4})$/

/** Reads `rediss://user:password@host:6379/0`; nothing but the host is needed, and nothing may follow. */
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
      // An IPv6 address stands in brackets.
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? defaultPort : Number(url.port),
      isEncrypted,
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password }),
      database: Number(database),
    }
  } catch {
    // A percent sign that begins no character.
    return undefined
  }
}
