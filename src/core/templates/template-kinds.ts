import { booleanKind } from './kinds/boolean.ts'
import { dateTimeKind } from './kinds/date-time.ts'
import { descriptionKind } from './kinds/description.ts'
import { emailKind } from './kinds/email.ts'
import { expiryDurationKind } from './kinds/expiry-duration.ts'
import { nameKind } from './kinds/name.ts'
import { numberKind } from './kinds/number.ts'
import { quickConnectKind } from './kinds/quick-connect.ts'
import { scheduledTimeKind } from './kinds/scheduled-time.ts'
import { selfAssignKind } from './kinds/self-assign.ts'
import { singleSelectKind } from './kinds/single-select.ts'
import { textAreaKind } from './kinds/text-area.ts'
import { textKind } from './kinds/text.ts'
import { urlKind } from './kinds/url.ts'
import type { TemplateKind } from './template-kind.ts'

/** Every type of template field, as Connect names it. A type that is not here may come with a later version of Connect. */
export const templateKinds: ReadonlyMap<string, TemplateKind> = new Map<string, TemplateKind>([
  ['NAME', nameKind],
  ['DESCRIPTION', descriptionKind],
  ['SCHEDULED_TIME', scheduledTimeKind],
  ['QUICK_CONNECT', quickConnectKind],
  ['URL', urlKind],
  ['NUMBER', numberKind],
  ['TEXT', textKind],
  ['TEXT_AREA', textAreaKind],
  ['DATE_TIME', dateTimeKind],
  ['BOOLEAN', booleanKind],
  ['SINGLE_SELECT', singleSelectKind],
  ['EMAIL', emailKind],
  ['SELF_ASSIGN', selfAssignKind],
  ['EXPIRY_DURATION', expiryDurationKind],
])
