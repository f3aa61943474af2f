import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import { isBegun } from '../../drafts/desk/kept-draft.ts'

export interface DraftNews {
  /** Absent when the draft is about none. */
  readonly contactId?: string
  readonly isBegun: boolean
}

/**
 * Compares each state of the desk with the last, and returns the news if the host does not know it. The panel starts with
 * an empty draft about the contact that the source names first; that is no news.
 */
export function createDraftNews(): (desk: Desk) => DraftNews | undefined {
  let known: DraftNews = { isBegun: false }
  let hasStarted = false
  return (desk) => {
    const front = frontOf(desk)
    const { contactId } = front.contact ?? {}
    const news = { ...(contactId === undefined ? {} : { contactId }), isBegun: isBegun(front) }
    const isStart = !hasStarted && !news.isBegun
    hasStarted ||= desk.isReady || news.isBegun
    if (news.contactId === known.contactId && news.isBegun === known.isBegun) return undefined
    known = news
    return isStart ? undefined : news
  }
}
