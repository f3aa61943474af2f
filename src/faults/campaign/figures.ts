import type { RunResult } from './run.ts'
import { failureKinds, type FailureKind } from './verdict.ts'

/** The sums over many runs. */
export interface Figures {
  readonly add: (result: RunSummary) => void
  /** The number of failures that no known exception explains. */
  readonly failures: () => number
  /** No run has created anything, so the figures prove nothing. */
  readonly isIdle: () => boolean
  readonly lines: () => readonly string[]
}

/** The report of a campaign process about one run. */
export interface RunSummary extends Pick<RunResult, 'seed' | 'tasks' | 'messages' | 'failures'> {
  readonly faults: readonly (readonly [kind: string, count: number])[]
  /** Empty if the steps were printed during the run. */
  readonly steps?: readonly string[]
}

const count = (figure: number) => figure.toLocaleString('en-US').padStart(8)

const raise = (sums: Map<string, number>, name: string, by = 1) => sums.set(name, (sums.get(name) ?? 0) + by)

const listed = (sums: ReadonlyMap<string, number>) =>
  [...sums].toSorted(([, one], [, other]) => other - one).map(([name, sum]) => `${count(sum)}  ${name}`)

const shownFailures = 40

/** The failures of one run that no exception explains. */
export const failureLines = ({ seed, failures }: RunSummary): readonly string[] =>
  failures
    .filter(({ exception }) => exception === undefined)
    .map(({ kind, text, detail }) => `${seed} ${kind}: “${text}”, ${detail}`)

export function createFigures(): Figures {
  const faults = new Map<string, number>()
  const exceptions = new Map<string, number>()
  const failures = new Map<FailureKind, number>(failureKinds.map((kind) => [kind, 0]))
  let runs = 0
  let tasks = 0
  let messages = 0
  const failed: string[] = []
  return {
    add: (result) => {
      runs += 1
      tasks += result.tasks
      messages += result.messages
      for (const [kind, sum] of result.faults) raise(faults, kind, sum)
      for (const failure of result.failures) {
        const { kind, exception } = failure
        if (exception !== undefined) {
          raise(exceptions, `${kind}: ${exception}`)
          continue
        }
        failures.set(kind, (failures.get(kind) ?? 0) + 1)
      }
      failed.push(...failureLines(result))
    },
    failures: () => [...failures.values()].reduce((sum, each) => sum + each, 0),
    isIdle: () => tasks + messages === 0,
    lines: () => [
      `${count(runs)}  runs`,
      `${count(tasks)}  tasks in Connect`,
      `${count(messages)}  text messages in Connect`,
      `${count([...faults.values()].reduce((sum, each) => sum + each, 0))}  faults`,
      ...listed(faults).map((line) => `  ${line}`),
      'Failures',
      ...[...failures].map(([kind, sum]) => `${count(sum)}  ${kind}`),
      'Known exceptions',
      ...(exceptions.size === 0 ? [`${count(0)}  in all`] : listed(exceptions)),
      ...(failed.length > 0
        ? [
            'Runs with failures',
            ...failed.slice(0, shownFailures),
            `To see the steps of the first: npm run faults -- --replay ${failed[0]?.split(' ')[0]}`,
          ]
        : []),
    ],
  }
}
