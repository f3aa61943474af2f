import { entityId } from './entity-id.ts'
import { ana, basicQueue, ben, instanceArn, type InstanceUser } from './instance.ts'

interface Named {
  readonly quickConnectId: string
  readonly name: string
  readonly description?: string
}

/** A quick connect, as the CCP and Connect's API list it. */
export type InstanceQuickConnect = Named &
  (
    | { readonly type: 'USER'; readonly user: InstanceUser }
    | { readonly type: 'QUEUE'; readonly queueId: string }
    | { readonly type: 'PHONE_NUMBER'; readonly phoneNumber: string }
    | { readonly type: 'FLOW' }
  )

const named = (number: number, name: string): Named => ({
  quickConnectId: entityId('9c0c0c0c-3b3b', number),
  name,
})

const { queueId } = basicQueue

export const instanceQuickConnects = {
  ben: { ...named(1, 'Ben Okafor'), type: 'USER', user: ben },
  ana: { ...named(2, 'Ana Ruiz'), type: 'USER', user: ana },
  billing: { ...named(3, 'Billing'), description: 'Invoices and payments', type: 'QUEUE', queueId },
  backOffice: { ...named(4, 'Back office'), type: 'QUEUE', queueId },
  headOffice: { ...named(5, 'Head office'), type: 'PHONE_NUMBER', phoneNumber: '+12065550199' },
  survey: { ...named(6, 'Survey'), type: 'FLOW' },
} as const satisfies Record<string, InstanceQuickConnect>

export const quickConnectArn = ({ quickConnectId }: { readonly quickConnectId: string }) =>
  `${instanceArn}/transfer-destination/${quickConnectId}`
