import * as z from 'zod/mini'
import { agentSchema } from '../../ccp/page/configuration.ts'

const configurationSchema = z.object({
  connectUrl: z.string(),
  agent: agentSchema,
  /** The URL of the app. */
  accessUrl: z.string(),
})

export async function loadConfiguration() {
  const response = await fetch('configuration.json')
  return configurationSchema.parse(await response.json())
}
