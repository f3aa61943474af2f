import { createSeeded } from '../seed/seeded.ts'

/** The files of a run: their content, and with which files the agent has pressed Create. */
export interface FileBook {
  /** True if the agent attaches files in this run. */
  readonly isInUse: boolean
  readonly newFile: () => File
  /** The content that every copy of the file must have. */
  readonly textOf: (fileName: string) => string
  /** The agent has pressed Create for a task with this name and these files. */
  readonly notePress: (taskName: string, fileNames: readonly string[]) => void
  /** False if the agent has pressed Create for a task with this name and other files. */
  readonly mayPress: (taskName: string, fileNames: readonly string[]) => boolean
  readonly isPressedWith: (taskName: string, fileNames: readonly string[]) => boolean
}

/** Most runs have no files, so that new steps for files do not change those runs. */
const inUseChance = 0.3

const listOf = (fileNames: readonly string[]) => fileNames.toSorted().join(', ')

export function createFileBook(seed: string): FileBook {
  const pressed = new Map<string, ReadonlySet<string>>()
  let files = 0
  const textOf = (fileName: string) => `${fileName} of the run ${seed}`
  const isPressedWith: FileBook['isPressedWith'] = (taskName, fileNames) =>
    pressed.get(taskName)?.has(listOf(fileNames)) ?? false
  return {
    isInUse: createSeeded(`${seed} files`).chance(inUseChance),
    newFile: () => {
      const name = `file ${(files += 1)}.txt`
      return new File([textOf(name)], name, { type: 'text/plain' })
    },
    textOf,
    notePress: (taskName, fileNames) =>
      void pressed.set(taskName, new Set([...(pressed.get(taskName) ?? []), listOf(fileNames)])),
    mayPress: (taskName, fileNames) => !pressed.has(taskName) || isPressedWith(taskName, fileNames),
    isPressedWith,
  }
}
