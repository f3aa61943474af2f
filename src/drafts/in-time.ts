/** How long the storage of a browser may take for one read or write. It may hang without an error. */
export const storageLimitMs = 2_000

/** The result of the work, or an error if it takes too long. The work itself goes on, and may still succeed. */
export function inTime<Result>(work: Promise<Result>, limitMs = storageLimitMs): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The storage did not answer in ${limitMs} ms.`)), limitMs)
    void work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
