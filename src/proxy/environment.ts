import * as z from 'zod/mini'
import { readRates, type ConnectRates } from './rates/connect-rates.ts'
import { readRedisAddress, type RedisAddress } from './rates/redis-address.ts'
import { isSafeAddress } from './safe-address.ts'
import { scheduleHorizonDaysDefault, scheduleHorizonDaysLimit } from '../core/limits.ts'

/** Which instance a deployment is for, and within which bounds. */
interface InstanceConfiguration {
  readonly instanceId: string
  readonly accountId: string
  readonly region: string
  readonly scheduleHorizonDays: number
  /** Where it is written who may do what; without it every agent may do everything. */
  readonly policyFile?: string
  /** This deployment's share of the account's rates, of all its proxies together where they share a Redis. */
  readonly connectRates: ConnectRates
}

/** How one deployment of the proxy is set up. */
export interface Configuration extends InstanceConfiguration {
  readonly ccpUrl: string
  readonly issuer: string
  readonly audience: string
  readonly clientId: string
  readonly agentClaim: string
  readonly allowedOrigins: readonly string[]
  /** Sources of the CSP directive, `'self'` included. */
  readonly frameAncestors: readonly string[]
  readonly host: string
  readonly port: number
  /** Where Prometheus may ask; nothing is counted without it. */
  readonly metricsPort?: number
  readonly redis?: RedisAddress
  readonly logLevel: LogLevel
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

export type Environment = Readonly<Record<string, string | undefined>>

export type EnvironmentReading<Read = Configuration> =
  | { readonly ok: true; readonly configuration: Read }
  /** A sentence each, beginning with the variable's name; no value is repeated, for it may be a secret in the wrong place. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

export const instanceArnPattern =
  /^arn:aws[a-z-]*:connect:([a-z0-9-]+):(\d{12}):instance\/([A-Za-z0-9-]{1,100})$/

const isOrigin = (text: string) => isSafeAddress(text) && new URL(text).origin === text

const wildcardPattern = /^https:\/\/\*(\.[a-z0-9-]+){2,}(:\d+)?$/i

const isFrameAncestor = (text: string) => text === "'self'" || isOrigin(text) || wildcardPattern.test(text)

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '')

const everyWord = (test: (word: string) => boolean) => (text: string) => words(text).every(test)

const required = (meaning: string) => z.string({ error: `is missing: ${meaning}` })

const address = (meaning: string) =>
  required(meaning).check(
    z.refine(isSafeAddress, 'must be a whole https:// address; http:// only for localhost.'),
  )

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}.`
  const digits = z.string().check(z.regex(/^\d{1,6}$/, { error, abort: true }))
  const inRange = z.number().check(z.minimum(from, error), z.maximum(to, error))
  return z.pipe(digits, z.pipe(z.transform(Number), inRange))
}

const defaults = {
  ALLOWED_ORIGINS: '',
  FRAME_ANCESTORS: '',
  // Without TLS of its own the proxy is not open to a network unless somebody says so; containers set 0.0.0.0.
  HOST: '127.0.0.1',
  PORT: '8080',
  SCHEDULE_HORIZON_DAYS: String(scheduleHorizonDaysDefault),
  CONNECT_RATES: '',
  LOG_LEVEL: 'info',
}

const variablesSchema = z.object({
  CONNECT_INSTANCE_ARN: required('the ARN of your Connect instance.').check(
    z.regex(instanceArnPattern, 'must be an instance ARN: arn:aws:connect:<region>:<account>:instance/<id>.'),
  ),
  CONNECT_CCP_URL: address('the address of your CCP, https://<alias>.my.connect.aws/ccp-v2.'),
  OIDC_ISSUER: address('the issuer of your identity provider, exactly as its tokens name it.'),
  OIDC_AUDIENCE: required('the audience that tokens for this proxy carry.'),
  OIDC_CLIENT_ID: required('the client id under which the panel signs agents in.'),
  AGENT_CLAIM: required(
    'the claim that holds the agent’s Connect user name, id or ARN, and that only administrators can change.',
  ),
  ALLOWED_ORIGINS: z
    .string()
    .check(
      z.refine(
        everyWord(isOrigin),
        'must list origins like https://crm.example.com, without a path; http:// only for localhost.',
      ),
    ),
  FRAME_ANCESTORS: z
    .string()
    .check(z.refine(everyWord(isFrameAncestor), 'must list origins, or hosts like https://*.example.com.')),
  HOST: z.string(),
  PORT: wholeNumber(0, 65_535),
  METRICS_PORT: z.optional(wholeNumber(1, 65_535)),
  SCHEDULE_HORIZON_DAYS: wholeNumber(1, scheduleHorizonDaysLimit),
  POLICY_FILE: z.optional(z.string()),
  CONNECT_RATES: z.string().check(({ value, issues }) => {
    for (const message of readRates(words(value)).mistakes) {
      issues.push({ code: 'custom', message, input: value })
    }
  }),
  REDIS_URL: z.optional(
    z
      .string()
      .check(
        z.refine(
          (text) => readRedisAddress(text) !== undefined,
          'must be an address like rediss://user:password@host:6379/0, or redis:// without encryption; special characters of a password are written as %XX.',
        ),
      ),
  ),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}.`),
})

const instanceSchema = z.pick(variablesSchema, {
  CONNECT_INSTANCE_ARN: true,
  SCHEDULE_HORIZON_DAYS: true,
  POLICY_FILE: true,
  CONNECT_RATES: true,
})

/** An empty variable counts as absent, as container tools write "not set". */
const withDefaults = (environment: Environment) => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim())),
})

function regionMistakes({ CONNECT_INSTANCE_ARN: arn = '', AWS_REGION: region }: Environment): string[] {
  const [, arnRegion] = instanceArnPattern.exec(arn) ?? []
  if (!region?.trim() || arnRegion === undefined || arnRegion === region) return []
  return ['AWS_REGION differs from the region in CONNECT_INSTANCE_ARN. Leave it out: the ARN decides.']
}

function portMistakes({ PORT: port = defaults.PORT, METRICS_PORT: metricsPort }: Environment): string[] {
  if (Number(metricsPort) !== Number(port.trim() || defaults.PORT)) return []
  return ['METRICS_PORT must be another port than PORT: what it tells is not for agents.']
}

/** Reads the whole environment, or says everything that is wrong with it. */
export function parseEnvironment(environment: Environment): EnvironmentReading {
  const parsed = variablesSchema.safeParse(withDefaults(environment))
  const mistakes = [...mistakesOf(parsed.error), ...regionMistakes(environment), ...portMistakes(environment)]
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, configuration: configurationOf(parsed.data) }
}

/** The same for whoever asks only which instance it is. */
export function parseInstanceEnvironment(
  environment: Environment,
): EnvironmentReading<InstanceConfiguration> {
  const parsed = instanceSchema.safeParse(withDefaults(environment))
  const mistakes = [...mistakesOf(parsed.error), ...regionMistakes(environment)]
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, configuration: instanceConfigurationOf(parsed.data) }
}

const mistakesOf = (error: z.core.$ZodError | undefined) =>
  (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)

function instanceConfigurationOf(variables: z.infer<typeof instanceSchema>): InstanceConfiguration {
  const [, region = '', accountId = '', instanceId = ''] =
    instanceArnPattern.exec(variables.CONNECT_INSTANCE_ARN) ?? []
  return {
    instanceId,
    accountId,
    region,
    scheduleHorizonDays: variables.SCHEDULE_HORIZON_DAYS,
    ...(variables.POLICY_FILE === undefined ? {} : { policyFile: variables.POLICY_FILE }),
    connectRates: readRates(words(variables.CONNECT_RATES)).rates,
  }
}

function configurationOf(variables: z.infer<typeof variablesSchema>): Configuration {
  const redis = readRedisAddress(variables.REDIS_URL ?? '')
  return {
    ...instanceConfigurationOf(variables),
    ccpUrl: variables.CONNECT_CCP_URL,
    issuer: variables.OIDC_ISSUER,
    audience: variables.OIDC_AUDIENCE,
    clientId: variables.OIDC_CLIENT_ID,
    agentClaim: variables.AGENT_CLAIM,
    allowedOrigins: words(variables.ALLOWED_ORIGINS),
    frameAncestors: [...new Set(["'self'", ...words(variables.FRAME_ANCESTORS)])],
    host: variables.HOST,
    port: variables.PORT,
    ...(variables.METRICS_PORT === undefined ? {} : { metricsPort: variables.METRICS_PORT }),
    ...(redis ? { redis } : {}),
    logLevel: variables.LOG_LEVEL,
  }
}
