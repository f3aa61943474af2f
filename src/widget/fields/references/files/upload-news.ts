import { isOnItsWay, type FileOnItsWay } from '../../../../client/uploads/upload-state.ts'
import type { FileMessages } from '../../../../i18n/messages/file-messages.ts'

type Files = readonly FileOnItsWay[]

/** What a screen reader says about files that have ended their way since the last look. Nothing is said of each step. */
export function uploadNews(before: Files, after: Files, words: FileMessages): string {
  const wereMoving = new Set(before.filter(isOnItsWay).map(({ id }) => id))
  return after
    .filter(({ id }) => wereMoving.has(id))
    .flatMap(({ state, name }) => {
      if (state === 'done') return [words.uploaded(name)]
      return state === 'failed' ? [words.notUploaded(name)] : []
    })
    .join(' ')
}
