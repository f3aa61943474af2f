import { colleagues } from '../../instance/colleagues.ts'
import { manyQuickConnects } from '../../instance/many-quick-connects.ts'
import type { Flow, Seed } from '../wire/routing.ts'
import { flow } from './demo-flows.ts'
import { demoSeed, user } from './demo-seed.ts'
import { flowNames } from './flow-names.ts'

const flowCount = 1_100

const otherTypes = ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'CAMPAIGN'] as const

/** In every instance some flows are of other types, archived, or saved but never published. */
function differences(index: number): Partial<Flow> {
  const otherType = index % 40 === 11 ? otherTypes[Math.floor(index / 40) % otherTypes.length] : undefined
  return {
    ...(otherType && { type: otherType }),
    ...(index % 29 === 7 && { state: 'ARCHIVED' }),
    ...(index % 19 === 3 && { status: 'SAVED' }),
  }
}

const moreFlows = flowNames(flowCount - demoSeed.flows.length).map((name, index) =>
  flow(100 + index, name, differences(index)),
)

/** A realistic instance: the content of the small one first, in total 1,100 flows and 100 quick connects, on several pages. */
export const largeSeed: Seed = {
  ...demoSeed,
  users: [...demoSeed.users, ...colleagues.map((colleague) => user(colleague))],
  flows: [...demoSeed.flows, ...moreFlows],
  quickConnects: manyQuickConnects,
  hasShortPages: true,
}
