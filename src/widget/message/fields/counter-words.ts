import { smsUse } from '../../../core/message/fields/content/text.ts'
import { smsCapacity, type SmsCount } from '../../../core/message/segments/count-sms.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'

export interface CounterWords {
  /** "132 characters · 1 SMS" */
  readonly figures: string
  /** Says into how many messages the text is split. */
  readonly means?: string
  /** Says how much still fits into the last of several messages. */
  readonly left?: string
  /** Names the character because of which the text needs several messages. */
  readonly forcedBy?: string
  /** For screen readers. It does not change with every key. */
  readonly spoken: string
}

/** From 80 % of the limit on, the agent sees the limit. */
const nearLimit = 0.8

/** Invisible characters: the text describes them instead of showing them. */
const unseen = /^[\p{Z}\p{C}\p{M}]$/u

/** For a text of one segment this is only its length. For a longer text it also says how the text is split. */
export function counterWords(
  count: SmsCount,
  words: TextMessageWords['text'],
  number: (amount: number) => string,
): CounterWords {
  const { characters, encoding, forcedBy, segments, unitsLeft } = count
  const { used, limit } = smsUse(count)
  const length =
    used >= limit * nearLimit ? words.charactersOf(number(used), number(limit)) : words.characters(characters)
  const cut = words.segments(segments)
  if (segments === 0) return { figures: length, spoken: '' }
  const { single, joined } = smsCapacity[encoding]
  const reason =
    forcedBy === undefined || segments === 1
      ? undefined
      : words.forcedBy(
          unseen.test(forcedBy) ? words.invisible : words.visible(forcedBy),
          joined,
          smsCapacity['GSM-7'].joined,
        )
  return {
    figures: `${length} · ${cut}`,
    means: words.cutAt(single, joined),
    ...(segments > 1 ? { left: words.unitsLeft(unitsLeft) } : {}),
    ...(reason === undefined ? {} : { forcedBy: reason }),
    spoken: [cut, ...(reason === undefined ? [] : [reason])].join('. '),
  }
}
