import * as z from 'zod/mini'
import { scheduleHorizonDaysDefault, scheduleHorizonDaysLimit } from '../core/fields/schedule/horizon.ts'
import { isSafeAddress } from '../core/text/safe-address.ts'
import { readRates, type ConnectRates } from './connect/connect-rates.ts'
import {
  mistakesOf,
  readVariables,
  words,
  type Environment,
  type EnvironmentReading,
} from './environment-reading.ts'
import { allowedOriginMistakes, frameAncestorMistakes } from './origin-mistakes.ts'
import { readBasePath } from './http/base-path.ts'
import { readScopes } from './scopes.ts'
import { secretVariable } from './secret-variable.ts'
import { isClaimName } from './sign-in/claim.ts'
import {
  uploadsConfigurationOf,
  uploadsMistakes,
  uploadsShape,
  type UploadsConfiguration,
} from './uploads-environment.ts'
import { wholeNumber } from './whole-number.ts'

/* The variables that the app needs on every host. Those of the Node host are in hosts/node/node-environment.ts. */

/** The instance of a deployment, and the deployment’s limits. */
export interface InstanceConfiguration {
  /** Such as `arn:aws:connect:eu-central-1:111122223333:instance/…`. */
  readonly instanceArn: string
  readonly instanceId: string
  readonly accountId: string
  readonly region: string
  readonly scheduleHorizonDays: number
  /** This deployment’s share of the account’s rates. Proxies that share a Redis share it. */
  readonly connectRates: ConnectRates
}

export interface AppConfiguration extends InstanceConfiguration {
  /** `/tasklink`; nothing at the root of the origin. */
  readonly basePath: string
  /** The title of the pages, if they should not have their own. */
  readonly panelTitle?: string
  readonly ccpUrl: string
  /** Where agents of a SAML instance sign in to the CCP. */
  readonly loginUrl?: string
  readonly issuer: string
  readonly audience: string
  readonly clientId: string
  /** The scopes that the panel asks the provider for, separated by single spaces. */
  readonly scope: string
  readonly agentClaim: string
  readonly allowedOrigins: readonly string[]
  /** Sources of the CSP directive, `'self'` included. */
  readonly frameAncestors: readonly string[]
  /** Absent if the proxy takes no files. */
  readonly uploads?: UploadsConfiguration
  /** Hides the numbers to which messages went. Absent if the proxy sends no messages. */
  readonly numberHashSecret?: string
}

export const instanceArnPattern =
  /^arn:aws[a-z-]*:connect:([a-z0-9-]+):(\d{12}):instance\/([A-Za-z0-9-]{1,100})$/

const required = (meaning: string) => z.string({ error: `is missing: ${meaning}` })

const safeAddress = (example: string) =>
  z.refine<string>(
    isSafeAddress,
    `must be a whole https:// address without user and password, such as ${example}; http:// only for localhost.`,
  )

const address = (meaning: string, example: string) => required(meaning).check(safeAddress(example))

/** A variable of which `mistakesIn` names every mistake. */
const listed = (mistakesIn: (text: string) => readonly string[]) =>
  z.string().check(({ value, issues }) => {
    for (const message of mistakesIn(value)) issues.push({ code: 'custom', message, input: value })
  })

/** From AWS’s documentation. */
const arnExample = 'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012'
const ccpExample = 'https://example.my.connect.aws/ccp-v2/'
const loginExample = 'https://sso.example.com/app/connect'
const issuerExample = 'https://id.example.com/'

export const arnWords = `must be an instance ARN, such as ${arnExample}.`

/** More does not fit the tab of a browser. */
const panelTitleLimitCharacters = 60

const defaults = {
  BASE_PATH: '/',
  OIDC_SCOPES: 'openid profile',
  ALLOWED_ORIGINS: '',
  FRAME_ANCESTORS: '',
  SCHEDULE_HORIZON_DAYS: String(scheduleHorizonDaysDefault),
  CONNECT_RATES: '',
}

const variablesSchema = z.object({
  CONNECT_INSTANCE_ARN: required(`the ARN of your Connect instance, such as ${arnExample}.`).check(
    z.regex(instanceArnPattern, arnWords),
  ),
  CONNECT_CCP_URL: address(`the address of your CCP, such as ${ccpExample}.`, ccpExample),
  CONNECT_LOGIN_URL: z.optional(z.string().check(safeAddress(loginExample))),
  OIDC_ISSUER: address(
    `the issuer of your identity provider, exactly as its tokens name it, such as ${issuerExample}.`,
    issuerExample,
  ),
  OIDC_AUDIENCE: required('the audience that tokens for this proxy carry, such as tasklink.'),
  OIDC_CLIENT_ID: required('the client id under which the panel signs agents in, such as 3f1c2b7a-….'),
  OIDC_SCOPES: listed((text) => readScopes(text).mistakes),
  AGENT_CLAIM: required(
    'the claim that holds the agent’s Connect user name, id or ARN, and that only administrators can change, such as connect_username.',
  ).check(
    z.refine(
      isClaimName,
      'begins with a slash, so it is a JSON Pointer: ~ must be followed by 0 (for a tilde) or 1 (for a slash).',
    ),
  ),
  ALLOWED_ORIGINS: listed(allowedOriginMistakes),
  FRAME_ANCESTORS: listed(frameAncestorMistakes),
  BASE_PATH: z
    .string()
    .check(
      z.refine(
        (text) => readBasePath(text) !== undefined,
        'must be a path like /tasklink: letters, digits, - _ . ~ between slashes, at most 200 characters.',
      ),
    ),
  PANEL_TITLE: z.optional(
    z
      .string()
      .check(
        z.refine(
          (text) => text.length <= panelTitleLimitCharacters && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text),
          `must be one line of at most ${panelTitleLimitCharacters} characters.`,
        ),
      ),
  ),
  SCHEDULE_HORIZON_DAYS: wholeNumber(1, scheduleHorizonDaysLimit),
  CONNECT_RATES: listed((text) => readRates(words(text)).mistakes),
  NUMBER_HASH_SECRET: z.optional(secretVariable),
  ...uploadsShape,
})

export const appVariables: readonly string[] = Object.keys(variablesSchema.shape)

const instanceSchema = z.pick(variablesSchema, {
  CONNECT_INSTANCE_ARN: true,
  SCHEDULE_HORIZON_DAYS: true,
  CONNECT_RATES: true,
})

function regionMistakes({ CONNECT_INSTANCE_ARN: arn = '', AWS_REGION: region }: Environment): string[] {
  const [, arnRegion] = instanceArnPattern.exec(arn) ?? []
  if (!region?.trim() || arnRegion === undefined || arnRegion === region) return []
  return ['AWS_REGION differs from the region in CONNECT_INSTANCE_ARN. Leave it out: the ARN decides.']
}

function instanceConfigurationOf(variables: z.infer<typeof instanceSchema>): InstanceConfiguration {
  const [, region = '', accountId = '', instanceId = ''] =
    instanceArnPattern.exec(variables.CONNECT_INSTANCE_ARN) ?? []
  return {
    instanceArn: variables.CONNECT_INSTANCE_ARN,
    instanceId,
    accountId,
    region,
    scheduleHorizonDays: variables.SCHEDULE_HORIZON_DAYS,
    connectRates: readRates(words(variables.CONNECT_RATES)).rates,
  }
}

/** Reads everything that the app needs, or reports every mistake. */
export function parseAppEnvironment(environment: Environment): EnvironmentReading<AppConfiguration> {
  const reading = readVariables(variablesSchema, environment, defaults)
  const mistakes = [...mistakesOf(reading), ...regionMistakes(environment), ...uploadsMistakes(environment)]
  if (!reading.ok || mistakes.length > 0) return { ok: false, mistakes }
  const variables = reading.configuration
  const uploads = uploadsConfigurationOf(variables)
  return {
    ok: true,
    configuration: {
      ...instanceConfigurationOf(variables),
      basePath: readBasePath(variables.BASE_PATH) ?? '',
      ...(variables.PANEL_TITLE === undefined ? {} : { panelTitle: variables.PANEL_TITLE.trim() }),
      ccpUrl: variables.CONNECT_CCP_URL,
      ...(variables.CONNECT_LOGIN_URL === undefined ? {} : { loginUrl: variables.CONNECT_LOGIN_URL }),
      issuer: variables.OIDC_ISSUER,
      audience: variables.OIDC_AUDIENCE,
      clientId: variables.OIDC_CLIENT_ID,
      scope: readScopes(variables.OIDC_SCOPES).scopes.join(' '),
      agentClaim: variables.AGENT_CLAIM,
      allowedOrigins: words(variables.ALLOWED_ORIGINS),
      frameAncestors: [...new Set(["'self'", ...words(variables.FRAME_ANCESTORS)])],
      ...(uploads ? { uploads } : {}),
      ...(variables.NUMBER_HASH_SECRET === undefined
        ? {}
        : { numberHashSecret: variables.NUMBER_HASH_SECRET.trim() }),
    },
  }
}

/** Reads only the part about the instance. */
export function parseInstanceEnvironment(
  environment: Environment,
): EnvironmentReading<InstanceConfiguration> {
  const reading = readVariables(instanceSchema, environment, defaults)
  const mistakes = [...mistakesOf(reading), ...regionMistakes(environment)]
  if (!reading.ok || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, configuration: instanceConfigurationOf(reading.configuration) }
}
