import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import { isBegun } from '../../drafts/desk/kept-draft.ts'

export interface DraftNews {
  /** Absent if the draft is about no contact. */
  readonly contactId?: string
  readonly isBegun: boolean
}

/**
 * Compares each state of the desk with the previous one, and returns the news that the host does not know yet. The first state,
 * an empty draft about the first contact of the source, is no news.
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
