import { isOnItsWay, type FileOnItsWay } from '../../../../client/uploads/upload-state.ts'
import type { FileMessages } from '../../../../i18n/messages/file-messages.ts'

type Files = readonly FileOnItsWay[]

/** The text for a screen reader about files that have arrived or failed since the last call. It does not announce progress. */
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
