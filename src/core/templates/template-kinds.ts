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

/** Every known type of template field, by Connect's name. Connect may add types. */
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
