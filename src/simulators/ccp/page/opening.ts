import * as z from 'zod/mini'

/**
 * What the host hears when this page opens: a proper acknowledgement and then the agent; first one without data, which
 * Streams cannot use; the agent without any acknowledgement; or nothing at all.
 */
const speeches = ['proper', 'first-without-data', 'agent-only', 'silent'] as const

export const openingSchema = z.object({
  speech: z.enum(speeches),
  /** How long the proper acknowledgement takes. */
  acknowledgementDelayMs: z.number().check(z.minimum(0)),
  /** How much longer the agent takes. */
  agentDelayMs: z.number().check(z.minimum(0)),
})

export type Opening = z.infer<typeof openingSchema>

export const usualOpening: Opening = { speech: 'proper', acknowledgementDelayMs: 0, agentDelayMs: 0 }

/** Speaks to the host first; resolves when the agent may be told of. */
export async function openTo(
  post: (event: string, data?: unknown) => void,
  { speech, acknowledgementDelayMs, agentDelayMs }: Opening,
): Promise<void> {
  if (speech === 'first-without-data') post('acknowledge')
  await after(acknowledgementDelayMs)
  // Streams reads `data.id` of the first acknowledgement and stays uninitialised without it.
  if (speech !== 'agent-only') post('acknowledge', { id: crypto.randomUUID() })
  return after(agentDelayMs)
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
