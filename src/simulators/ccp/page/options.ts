import * as z from 'zod/mini'
import { type ScenarioName, scenarioNames } from './scenarios.ts'

export interface CcpOptions {
  readonly scenario: ScenarioName
  /** Never speaks to the host, like a CCP that could not load. */
  readonly silent: boolean
  readonly ackDelayMs: number
}

const querySchema = z.object({
  scenario: z.enum(scenarioNames),
  silent: z.boolean(),
  ackDelayMs: z.coerce.number().check(z.minimum(0)),
})

/**
 * Reads the page's query; throws for a scenario that does not exist.
 *
 *     parseOptions('?scenario=call&ackDelay=200')  // { scenario: 'call', silent: false, ackDelayMs: 200 }
 */
export function parseOptions(search: string): CcpOptions {
  const query = new URLSearchParams(search)
  return querySchema.parse({
    scenario: query.get('scenario') ?? 'empty',
    silent: query.has('silent'),
    ackDelayMs: query.get('ackDelay') ?? 0,
  })
}
