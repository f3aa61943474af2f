import { smsUse } from '../../../core/message/fields/content/text.ts'
import { smsCapacity, type SmsCount } from '../../../core/message/segments/count-sms.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'

export interface CounterWords {
  /** "132 characters · 1 SMS" */
  readonly figures: string
  /** How the text is cut. */
  readonly means?: string
  /** How much still fits into the last of several. */
  readonly left?: string
  /** The character that makes several of one. */
  readonly forcedBy?: string
  /** For screen readers: only what has changed with more than a key. */
  readonly spoken: string
}

/** From this part of the limit on, the agent sees it. */
const nearLimit = 0.8

/** A character that cannot be seen is not shown, but told of. */
const unseen = /^[\p{Z}\p{C}\p{M}]$/u

/** A text that fits into one segment says no more than its length; one of several says how it is cut. */
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
