/** Before each further try. A connection that drops comes back within seconds. */
const pausesMs: readonly number[] = [1_000, 4_000]

/** Loads code without which the page goes on, but for which no agent can press: a failed try is repeated. */
export async function loadAgain<Code>(
  load: () => Promise<Code>,
  [pauseMs, ...laterMs] = pausesMs,
): Promise<Code> {
  try {
    return await load()
  } catch (failure) {
    if (pauseMs === undefined) throw failure
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs)
    })
    return loadAgain(load, laterMs)
  }
}
