import * as z from 'zod/mini'

/** The app's first message to the parent window. It carries the port for all other messages. */
export const helloSchema = z.object({
  type: z.literal('connect-app-host-init'),
  sdkVersion: z.string(),
  providerId: z.uuid(),
})

const topicSchema = z.object({
  namespace: z.string(),
  key: z.string(),
  parameter: z.optional(z.string()),
})

const originSchema = z.object({
  _type: z.literal('app'),
  providerId: z.uuid(),
  origin: z.string(),
  path: z.string(),
})

/** The app's messages over its port. */
export const appMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request'),
    namespace: z.string(),
    command: z.string(),
    requestId: z.uuid(),
    data: z.optional(z.unknown()),
    messageOrigin: originSchema,
  }),
  z.object({
    type: z.literal('subscribe'),
    topic: topicSchema,
    handlerId: z.uuid(),
    messageOrigin: originSchema,
  }),
  z.object({ type: z.literal('unsubscribe'), topic: topicSchema, messageOrigin: originSchema }),
  z.object({ type: z.literal('healthCheck'), messageOrigin: originSchema }),
  z.object({
    type: z.literal('appLifecycleHandlerCompleted'),
    stage: z.enum(['create', 'destroy']),
    appInstanceId: z.string(),
  }),
  z.object({
    type: z.literal('closeApp'),
    isFatalError: z.boolean(),
    message: z.optional(z.string()),
  }),
  z.object({ type: z.literal('log') }),
  z.object({ type: z.literal('metric') }),
])

export type AppMessage = z.infer<typeof appMessageSchema>

export type Topic = z.infer<typeof topicSchema>

export type AppRequest = Extract<AppMessage, { readonly type: 'request' }>
