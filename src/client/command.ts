import type { Attempt } from '../core/attempts/attempt.ts'

type Reading<Answer> = { readonly success: true; readonly data: Answer } | { readonly success: false }

/** Reads an answer of the proxy: a zod schema, or a reader that loads its schema first. */
export interface Reader<Answer> {
  readonly safeParse: (answer: unknown) => Reading<Answer> | Promise<Reading<Answer>>
}

/**
 * A kind of request that changes something in Connect, and how the proxy takes it. The client sends each attempt once; a
 * `Submission` decides when to send it again.
 */
export interface Command<Request, Result> {
  readonly path: (request: Request) => string
  readonly body: (attempt: Attempt<Request>) => unknown
  readonly result: Reader<Result>
}
