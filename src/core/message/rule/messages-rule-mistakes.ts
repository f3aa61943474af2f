import { attributeKeyPattern } from '../../fields/attributes/attribute.ts'
import { isTime } from '../../fields/schedule/schedule-draft.ts'
import { isBlank } from '../../text/text.ts'
import { isPlaceZone } from '../../time/known-zone.ts'
import { displayNameIssues } from '../fields/display-name.ts'
import { isKnownCountry } from '../numbers/read-number.ts'
import { senderMistakes, templateMistakes, textMistakes } from './content-mistakes.ts'
import type { MessagesRule, QuietHours, SomeRecipients } from './messages-rule.ts'
import { repeatedIn, type MessagesRuleCode, type MessagesRuleMistake } from './rule-mistake.ts'

/** The first digits of a number in E.164. */
const prefixPattern = /^\+[1-9]\d{0,14}$/

/** RFC 9110, section 8.3.1, without parameters. */
const contentTypePattern = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/

/** Characters in a content type (Connect API, `SupportedMessagingContentTypes`). */
const contentTypeLimit = 100

const isPrefix = (text: string) => prefixPattern.test(text)
const isContentType = (text: string) => text.length <= contentTypeLimit && contentTypePattern.test(text)

function eachMistake(
  values: readonly string[],
  path: readonly PropertyKey[],
  { isRight, code }: { readonly isRight: (value: string) => boolean; readonly code: MessagesRuleCode },
): readonly MessagesRuleMistake[] {
  return [
    ...values.flatMap((value, index) => (isRight(value) ? [] : [{ path: [...path, index], code }])),
    ...repeatedIn(values, (index) => [...path, index]),
  ]
}

function someMistakes({ countries = [], prefixes = [] }: SomeRecipients): readonly MessagesRuleMistake[] {
  const path = ['recipients']
  if (countries.length + prefixes.length === 0) return [{ path, code: 'recipients-empty' }]
  return [
    ...eachMistake(countries, [...path, 'countries'], { isRight: isKnownCountry, code: 'country-unknown' }),
    ...eachMistake(prefixes, [...path, 'prefixes'], { isRight: isPrefix, code: 'prefix-malformed' }),
  ]
}

function quietMistakes({
  from,
  to,
  timeZone,
  assumeTimeZone = false,
  timeZoneAttribute,
}: QuietHours): readonly MessagesRuleMistake[] {
  const times = Object.entries({ from, to }).filter(([, time]) => !isTime(time))
  const isKeyWrong = timeZoneAttribute !== undefined && !attributeKeyPattern.test(timeZoneAttribute)
  return [
    ...times.map(([member]) => ({ path: ['quietHours', member], code: 'time-malformed' }) as const),
    ...(times.length === 0 && from === to
      ? [{ path: ['quietHours', 'to'], code: 'quiet-never-ends' } as const]
      : []),
    ...(timeZone !== undefined && !isPlaceZone(timeZone)
      ? [{ path: ['quietHours', 'timeZone'], code: 'zone-unknown' } as const]
      : []),
    ...(assumeTimeZone && timeZone === undefined
      ? [{ path: ['quietHours', 'assumeTimeZone'], code: 'zone-to-assume-missing' } as const]
      : []),
    ...(isKeyWrong
      ? [{ path: ['quietHours', 'timeZoneAttribute'], code: 'attribute-key-malformed' } as const]
      : []),
  ]
}

function singleMistakes({ defaultCountry, displayName }: MessagesRule): readonly MessagesRuleMistake[] {
  const isNameWrong =
    displayName !== undefined && (isBlank(displayName) || displayNameIssues(displayName).length > 0)
  return [
    ...(defaultCountry !== undefined && !isKnownCountry(defaultCountry)
      ? [{ path: ['defaultCountry'], code: 'country-unknown' } as const]
      : []),
    ...(isNameWrong ? [{ path: ['displayName'], code: 'display-name-broken' } as const] : []),
  ]
}

/** The mistakes of a rule that contradicts itself or Connect. The schema checks the ranges of numbers. */
export function messagesRuleMistakes(rule: MessagesRule): readonly MessagesRuleMistake[] {
  const { flows, recipients, quietHours, contentTypes = [] } = rule
  return [
    ...senderMistakes(rule),
    ...(flows?.length === 0 ? [{ path: ['flows'], code: 'no-flow' } as const] : []),
    ...repeatedIn(flows ?? [], (index) => ['flows', index]),
    ...(typeof recipients === 'object' ? someMistakes(recipients) : []),
    ...(quietHours ? quietMistakes(quietHours) : []),
    ...textMistakes(rule),
    ...templateMistakes(rule),
    ...eachMistake(contentTypes, ['contentTypes'], {
      isRight: isContentType,
      code: 'content-type-malformed',
    }),
    ...singleMistakes(rule),
  ]
}
