/** A value that is fetched with the first use. While it cannot be fetched, each use fails and the next one retries. */
export function lateValue<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let fetched: Promise<Value> | undefined
  return () => {
    fetched ??= fetch().catch((cause: unknown) => {
      fetched = undefined
      throw cause
    })
    return fetched
  }
}
