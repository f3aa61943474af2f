/** Failures that a test has ordered for the next calls of each operation. */
export interface FailureQueue<Operation, Failure> {
  readonly add: (operation: Operation, failure: Failure, times: number) => void
  readonly take: (operation: Operation) => Failure | undefined
  readonly clear: () => void
}

export function createFailureQueue<Operation, Failure>(): FailureQueue<Operation, Failure> {
  const failures = new Map<Operation, Failure[]>()
  return {
    add: (operation, failure, times) => {
      const more = Array.from({ length: times }, () => failure)
      failures.set(operation, [...(failures.get(operation) ?? []), ...more])
    },
    take: (operation) => failures.get(operation)?.shift(),
    clear: () => failures.clear(),
  }
}
