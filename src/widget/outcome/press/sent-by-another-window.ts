import { frontOf, type Desk } from '../../../drafts/desk/desk.ts'
import type { UnderWayElsewhere } from '../../../drafts/desk/kept-draft.ts'

/**
 * The last attempt of the draft in front that another window is sending. If the panel already asks about this attempt because its
 * text is not stored, it does not say so a second time.
 */
export const sentByAnotherWindow = (desk: Desk): UnderWayElsewhere | undefined =>
  frontOf(desk).underWayElsewhere?.findLast(
    ({ clientToken }) => !desk.textless.some((question) => question.clientToken === clientToken),
  )
