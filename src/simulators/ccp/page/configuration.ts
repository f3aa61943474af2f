import * as z from 'zod/mini'

export const agentSchema = z.object({
  userId: z.string(),
  username: z.string(),
  firstName: z.string(),
  lastName: z.string(),
})

const configurationSchema = z.object({
  connectUrl: z.optional(z.string()),
  agent: agentSchema,
  isLargeInstance: z.optional(z.boolean()),
})

export type CcpConfiguration = z.infer<typeof configurationSchema>

export async function loadConfiguration(): Promise<CcpConfiguration> {
  const response = await fetch('configuration.json')
  return configurationSchema.parse(await response.json())
}
