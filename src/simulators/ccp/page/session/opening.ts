import * as z from 'zod/mini'

/**
 * The first messages to the host: a proper acknowledgement and then the agent; the same after an acknowledgement without
 * data, which Streams cannot use; the agent without an acknowledgement; or no message.
 */
const speeches = ['proper', 'first-without-data', 'agent-only', 'silent'] as const

export const openingSchema = z.object({
  speech: z.enum(speeches),
  /** The delay of the proper acknowledgement. */
  acknowledgementDelayMs: z.number().check(z.minimum(0)),
  /** The further delay of the agent. */
  agentDelayMs: z.number().check(z.minimum(0)),
})

export type Opening = z.infer<typeof openingSchema>

export const usualOpening: Opening = { speech: 'proper', acknowledgementDelayMs: 0, agentDelayMs: 0 }

/** Posts the acknowledgement; resolves when the agent may be posted. */
export async function openTo(
  post: (event: string, data?: unknown) => void,
  { speech, acknowledgementDelayMs, agentDelayMs }: Opening,
): Promise<void> {
  if (speech === 'first-without-data') post('acknowledge')
  await after(acknowledgementDelayMs)
  // Streams reads `data.id` of the first acknowledgement and does not initialise without it.
  if (speech !== 'agent-only') post('acknowledge', { id: crypto.randomUUID() })
  return after(agentDelayMs)
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
