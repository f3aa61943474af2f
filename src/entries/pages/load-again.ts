/** The pause before each further try. A lost connection usually returns within seconds. */
const pausesMs: readonly number[] = [1_000, 4_000]

/** Loads code that has no "Try again" button, because the page works without it. A failed load is tried again. */
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
