import * as z from 'zod/mini'
import {
  mistakesOf,
  readVariables,
  type Environment,
  type EnvironmentReading,
} from '../../../environment-reading.ts'
import { parseAppEnvironment, type AppConfiguration } from '../../../environment.ts'
import { wholeNumber } from '../../../whole-number.ts'
import { readRedisAddress, type RedisAddress } from '../redis/redis-address.ts'

/** The configuration that only a proxy in a Node process needs. */
export interface NodeConfiguration {
  readonly host: string
  readonly port: number
  /** The port for Prometheus. Nothing is counted without it. */
  readonly metricsPort?: number
  readonly redis?: RedisAddress
  readonly logLevel: LogLevel
  /** The path of the policy file. Without it every agent may do everything. */
  readonly policyFile?: string
}

export interface Configuration {
  readonly app: AppConfiguration
  readonly node: NodeConfiguration
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

const defaults = {
  // The proxy has no TLS, so it is open to a network only if HOST says so. Containers set 0.0.0.0.
  HOST: '127.0.0.1',
  PORT: '8080',
  LOG_LEVEL: 'info',
}

const redisWords = (mistake: string) =>
  `must be an address like rediss://user:password@host:6379/0, or redis:// without encryption: ${mistake}.`

const variablesSchema = z.object({
  HOST: z.string(),
  PORT: wholeNumber(0, 65_535),
  METRICS_PORT: z.optional(wholeNumber(1, 65_535)),
  POLICY_FILE: z.optional(z.string()),
  REDIS_URL: z.optional(
    z.string().check(({ value, issues }) => {
      const reading = readRedisAddress(value)
      if (!reading.ok) issues.push({ code: 'custom', message: redisWords(reading.mistake), input: value })
    }),
  ),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}.`),
})

export const nodeVariables: readonly string[] = Object.keys(variablesSchema.shape)

function portMistakes({ PORT: port = defaults.PORT, METRICS_PORT: metricsPort }: Environment): string[] {
  if (Number(metricsPort) !== Number(port.trim() || defaults.PORT)) return []
  return ['METRICS_PORT must be another port than PORT: agents must not see the metrics.']
}

function nodeConfigurationOf(variables: z.infer<typeof variablesSchema>): NodeConfiguration {
  const { HOST, PORT, METRICS_PORT, POLICY_FILE, REDIS_URL = '', LOG_LEVEL } = variables
  const redis = readRedisAddress(REDIS_URL)
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    ...(METRICS_PORT === undefined ? {} : { metricsPort: METRICS_PORT }),
    ...(redis.ok ? { redis: redis.address } : {}),
    ...(POLICY_FILE === undefined ? {} : { policyFile: POLICY_FILE }),
  }
}

/** For a service with the name metrics, Kubernetes sets METRICS_PORT to the address of that service. */
function withoutServiceLink(environment: Environment): Environment {
  const { METRICS_PORT: metricsPort, ...others } = environment
  return metricsPort?.startsWith('tcp://') ? others : environment
}

/** Reads the whole environment of the Node host, or reports every mistake at once. */
export function parseEnvironment(all: Environment): EnvironmentReading<Configuration> {
  const environment = withoutServiceLink(all)
  const app = parseAppEnvironment(environment)
  const node = readVariables(variablesSchema, environment, defaults)
  const mistakes = [...mistakesOf(app), ...mistakesOf(node), ...portMistakes(environment)]
  if (!app.ok || !node.ok || mistakes.length > 0) return { ok: false, mistakes }
  return {
    ok: true,
    configuration: { app: app.configuration, node: nodeConfigurationOf(node.configuration) },
  }
}
