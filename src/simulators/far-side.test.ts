import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FarSide, startFarSide } from './far-side.ts'

const desktopOrigin = 'http://localhost:5173'
let farSide: FarSide

beforeAll(async () => {
  farSide = await startFarSide({ panelOrigin: 'http://localhost:4400', scenario: 'call', desktopOrigin })
}, 30_000)

afterAll(() => farSide.close())

describe('the far side for a developer’s own page', () => {
  it('lets the page call the proxy and frame the panel', () => {
    expect(farSide.environment['ALLOWED_ORIGINS']?.split(' ')).toContain(desktopOrigin)
    expect(farSide.environment['FRAME_ANCESTORS']?.split(' ')).toContain(desktopOrigin)
  })

  it.each([
    [`${desktopOrigin}/`, 303],
    ['http://localhost:9999/', 400],
  ])('answers a sign-in that returns to %s with %d', async (redirectUri, status) => {
    const query = new URLSearchParams({
      client_id: farSide.environment['OIDC_CLIENT_ID'] ?? '',
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })
    const answer = await fetch(`${farSide.identity.issuer}/auth?${query}`, { redirect: 'manual' })

    expect(answer.status).toBe(status)
  })
})
