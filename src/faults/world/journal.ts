/** The steps of a run, in their order. */
export interface Journal {
  readonly note: (step: string) => void
  readonly noteFault: (kind: string) => void
  /** How often each fault has happened. */
  readonly faults: ReadonlyMap<string, number>
  readonly steps: readonly string[]
}

/** With `isVerbose`, each step is also printed. */
export function createJournal(isVerbose: boolean): Journal {
  const faults = new Map<string, number>()
  const steps: string[] = []
  const note = (step: string) => {
    steps.push(step)
    if (isVerbose) process.stdout.write(`${step}\n`)
  }
  return {
    note,
    noteFault: (kind) => {
      faults.set(kind, (faults.get(kind) ?? 0) + 1)
      note(`   fault: ${kind}`)
    },
    faults,
    steps,
  }
}
