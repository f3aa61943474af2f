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

const databasePattern = /^\/?(\d{0,4})$/

type RedisReading =
  | { readonly ok: true; readonly address: RedisAddress }
  /** The end of a sentence. It repeats nothing, because the address holds a password. */
  | { readonly ok: false; readonly mistake: string }

const wrong = (mistake: string): RedisReading => ({ ok: false, mistake })

/** Reads `rediss://user:password@host:6379/0`. Only the host is required; a query or fragment is refused. */
export function readRedisAddress(text: string): RedisReading {
  if (text.length > addressUnitLimit) return wrong(`it is longer than ${addressUnitLimit} characters`)
  if (!/^rediss?:\/\//i.test(text)) return wrong('it begins with neither rediss:// nor redis://')
  if (!URL.canParse(text)) {
    return wrong('its host or port cannot be read, perhaps because / in the password is not written %2F')
  }
  const url = new URL(text)
  const [, database] = databasePattern.exec(url.pathname) ?? []
  if (url.hostname === '') return wrong('its host is missing')
  if (url.hash !== '') return wrong('it has a #: write a # in the password as %23')
  if (url.search !== '') return wrong('it has a ?: write a ? in the password as %3F, and leave options out')
  if (database === undefined) return wrong('what follows the host must be / and the number of the database')
  try {
    const [username, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    const address = {
      // An IPv6 address is in brackets.
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? defaultPort : Number(url.port),
      isEncrypted: url.protocol === 'rediss:',
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password }),
      database: Number(database),
    }
    return { ok: true, address }
  } catch {
    return wrong('a % in it does not begin %XX: write a % in the password as %25')
  }
}
