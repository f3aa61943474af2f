import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mePath } from '../../contract/reads/reads.ts'
import { challengeOf, createBrowser } from '../../simulators/identity/browser-harness.ts'
import {
  startIdentitySimulator,
  type IdentitySimulator,
} from '../../simulators/identity/identity-simulator.ts'
import type { LookAlike } from '../../simulators/identity/look-alike.ts'
import { providerRecipes, type ProviderRecipe } from '../../simulators/identity/provider-recipes.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { problemOf, startProxyScene, type ProxyScene } from '../harness/proxy-scene.ts'

const panelOrigin = 'http://localhost:5173'
const redirectUri = `${panelOrigin}/signed-in`
const verifier = 'v'.repeat(43)

let scene: ProxyScene

beforeAll(async () => {
  scene = await startProxyScene()
})

afterAll(() => scene.close())

const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.optional(z.string()),
})

const endpointsSchema = z.object({ authorization_endpoint: z.string(), token_endpoint: z.string() })

/** Signs in at the look-alike as the panel does, with the scopes of the recipe. */
async function signedIn({ issuer }: IdentitySimulator, { environment }: ProviderRecipe, scope: string) {
  const document = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const { authorization_endpoint, token_endpoint } = endpointsSchema.parse(await document.json())
  const client = { client_id: environment.OIDC_CLIENT_ID, redirect_uri: redirectUri }
  const asked = new URLSearchParams({
    ...client,
    response_type: 'code',
    scope,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  })
  const back = await createBrowser(panelOrigin)(`${authorization_endpoint}?${asked}`)
  const code = back.searchParams.get('code') ?? ''
  const body = new URLSearchParams({
    ...client,
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
  })
  const response = await fetch(token_endpoint, { method: 'POST', headers: { origin: panelOrigin }, body })
  return tokensSchema.parse(await response.json())
}

const withoutAudience = (identity: IdentitySimulator, token: string) =>
  identity.sign({}, JSON.stringify({ ...decodeJwt(token), aud: undefined }))

interface Differences {
  readonly lookAlike?: Partial<LookAlike>
  readonly scope?: string
}

/** A sign-in at the look-alike, and a proxy with the environment of the recipe and a policy for its group. */
async function tried(recipe: ProviderRecipe, differs: Differences = {}) {
  const { environment, groupsClaim, group } = recipe
  const identity = await startIdentitySimulator({
    redirectUris: [redirectUri],
    audience: environment.OIDC_AUDIENCE,
    clientId: environment.OIDC_CLIENT_ID,
    user: ana,
    lookAlike: { ...recipe.lookAlike, ...differs.lookAlike },
  })
  const tokens = await signedIn(identity, recipe, differs.scope ?? environment.OIDC_SCOPES)
  const proxy = scene.newProxy({
    environment: { ...environment, OIDC_ISSUER: identity.issuer },
    policyFile: { groupsClaim, policies: [{ name: 'Refunds', for: { groups: [group] } }] },
  })
  const bearer = environment.OIDC_AUDIENCE === environment.OIDC_CLIENT_ID ? 'id_token' : 'access_token'
  const answers = {
    me: await proxy.get(mePath, tokens[bearer]),
    meWithoutAudience: await proxy.get(mePath, await withoutAudience(identity, tokens.access_token)),
  }
  await identity.close()
  return { ...answers, tokens, logged: proxy.logged() }
}

const recipeOf = (name: string): ProviderRecipe => {
  const recipe = providerRecipes.find((each) => each.name === name)
  if (!recipe) throw new Error(`There is no recipe for ${name}.`)
  return recipe
}

describe.each(providerRecipes)('the recipe for $name, tried with a look-alike', (recipe) => {
  it('finds the agent and the policy of the agent’s group, and gets a refresh token', async () => {
    const { me, tokens } = await tried(recipe)

    expect(await me.json()).toMatchObject({ userId: ana.userId })
    expect(me.status).toBe(200)
    expect(tokens.refresh_token).toBeDefined()
  })

  it('has the same path of the issuer as the look-alike', () => {
    expect(new URL(recipe.environment.OIDC_ISSUER).pathname).toBe(recipe.lookAlike.issuerPath)
  })

  it('is in the README with the same settings', () => {
    const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
    const [, section = ''] = readme.split(`#### ${recipe.name}\n`)
    const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(section) ?? []
    const lines = Object.entries(recipe.environment).map(([name, value]) =>
      value.includes(' ') ? `${name}="${value}"` : `${name}=${value}`,
    )

    expect(block.trim().split('\n')).toEqual(lines)
    expect(section.split('#### ')[0]).toContain(`\`"groupsClaim": "${recipe.groupsClaim}"\``)
    expect(section.split('#### ')[0]).toContain('Not tried with the provider itself.')
  })
})

describe('what the recipes warn of', () => {
  it('refuses an access token of Cognito, which has no audience', async () => {
    const { meWithoutAudience, logged } = await tried(recipeOf('Amazon Cognito'))

    expect(meWithoutAudience.status).toBe(401)
    expect(logged).toContain('"reason":"audience"')
  })

  it('refuses an access token of Entra ID if no scope of the API was asked for', async () => {
    const { me, logged } = await tried(recipeOf('Microsoft Entra ID'), { scope: 'openid profile' })

    expect(me.status).toBe(401)
    expect(logged).toContain('"reason":"audience"')
  })

  it('refuses an access token of Entra ID in the first format, which names another issuer', async () => {
    const { lookAlike } = recipeOf('Microsoft Entra ID')
    const { me, logged } = await tried(recipeOf('Microsoft Entra ID'), {
      lookAlike: {
        accessToken: (payload, user) => ({
          ...lookAlike.accessToken(payload, user),
          iss: 'https://sts.windows.net/TENANT-ID/',
          aud: 'api://tasklink',
          ver: '1.0',
        }),
      },
    })

    expect(me.status).toBe(401)
    expect(logged).toContain('"reason":"issuer"')
  })

  it('refuses an access token of Keycloak without an audience mapper', async () => {
    const { lookAlike } = recipeOf('Keycloak')
    const { me, logged } = await tried(recipeOf('Keycloak'), {
      lookAlike: {
        accessToken: (payload, user) => ({ ...lookAlike.accessToken(payload, user), aud: 'account' }),
      },
    })

    expect(me.status).toBe(401)
    expect(logged).toContain('"reason":"audience"')
  })

  it('refuses an agent of Entra ID who is in too many groups for the token', async () => {
    const { lookAlike } = recipeOf('Microsoft Entra ID')
    const { me } = await tried(recipeOf('Microsoft Entra ID'), {
      lookAlike: {
        accessToken: (payload, user) => ({
          ...lookAlike.accessToken(payload, user),
          groups: undefined,
          _claim_names: { groups: 'src1' },
        }),
      },
    })

    expect(await problemOf(me)).toMatchObject({ status: 403, code: 'forbidden' })
  })

  it.each(['Okta', 'Auth0', 'Microsoft Entra ID'])(
    'gets no refresh token from %s without offline_access',
    async (name) => {
      const { tokens } = await tried(recipeOf(name), { scope: 'openid profile' })

      expect(tokens.refresh_token).toBeUndefined()
    },
  )
})
