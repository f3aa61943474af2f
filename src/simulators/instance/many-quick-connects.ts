import { colleagues } from './colleagues.ts'
import { entityId } from './entity-id.ts'
import { type InstanceQuickConnect, instanceQuickConnects } from './quick-connects.ts'

const teams = ['Sales', 'Returns', 'Technical support', 'Loyalty programme', 'Repairs', 'Claims'] as const
const regions = ['EMEA', 'Americas', 'Asia Pacific', 'Deutschland'] as const

const queues = teams.flatMap((team) => regions.map((region) => `${team} ${region}`))

const phones = [
  'Warehouse Rotterdam',
  'Warehouse Kraków',
  'Interpreter line',
  'Courier desk',
  'Night watch',
  'Zentrale München',
] as const

const flows = ['Payment link', 'Identity check', 'Survey Deutsch', 'アンケート'] as const

const before = Object.values<InstanceQuickConnect>(instanceQuickConnects)

type Reached<Type> = Extract<InstanceQuickConnect, { readonly type: Type }>

const added: readonly (
  | Omit<Reached<'USER'>, 'quickConnectId'>
  | Omit<Reached<'QUEUE'>, 'quickConnectId'>
  | Omit<Reached<'PHONE_NUMBER'>, 'quickConnectId'>
  | Omit<Reached<'FLOW'>, 'quickConnectId'>
)[] = [
  ...colleagues.map((user) => ({
    name: `${user.firstName} ${user.lastName}`,
    type: 'USER' as const,
    user,
  })),
  ...queues.map((name, index) => ({
    name,
    type: 'QUEUE' as const,
    queueId: entityId('4c2f9a0e-11f8', index + 1),
  })),
  ...phones.map((name, index) => ({
    name,
    type: 'PHONE_NUMBER' as const,
    phoneNumber: `+1206555017${index}`,
  })),
  ...flows.map((name) => ({ name, type: 'FLOW' as const })),
]

/** As many quick connects as an instance may have (service quotas: 100), the few of the small instance first. */
export const manyQuickConnects: readonly InstanceQuickConnect[] = [
  ...before,
  ...added.map((quickConnect, index) =>
    Object.assign({ quickConnectId: entityId('9c0c0c0c-3b3c', index + 1) }, quickConnect),
  ),
]
