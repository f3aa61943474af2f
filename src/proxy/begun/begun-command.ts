/** One attempt of an agent to carry out a command. */
export interface BegunCommand {
  readonly agentId: string
  /** A hash of the agent and their client token, so that no agent finds the command of another. */
  readonly key: string
  /** A hash of everything that was asked. A large body that is refused is not hashed. */
  readonly content: () => string
  /** Aborted when the caller closes the connection. */
  readonly signal: AbortSignal
}
