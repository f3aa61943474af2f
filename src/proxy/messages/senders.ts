import type { Sender } from '../../core/message/message-options.ts'
import { usualChannels, type MessagesRule, type SenderRule } from '../../core/message/rule/messages-rule.ts'
import type { Connect } from '../connect/connect.ts'
import { createOptionalList } from '../connect/lookups/optional-list.ts'
import { listPhoneNumbers, type InstanceNumber } from '../connect/operations/list-phone-numbers.ts'
import { noted, type NoteAttempt } from '../logs/dependency-log.ts'

/** A number that the policy offers, with the ARN that Connect takes. */
export interface KnownSender extends Sender {
  readonly arn: string
  /** The queues whose contacts it is the usual sender for. */
  readonly queues: readonly string[]
}

/** The numbers of the instance that a policy lets agents send from. */
export interface SenderDirectory {
  readonly offered: (rule: MessagesRule) => Promise<readonly KnownSender[]>
  /** Reads the numbers again if this one is not among those offered: it may be newer than the list. */
  readonly offeredWith: (rule: MessagesRule, phoneNumberId: string) => Promise<readonly KnownSender[]>
  /** Called when Connect does not know a number that was offered. */
  readonly distrust: () => void
}

export interface SenderDirectoryOptions {
  readonly connect: Pick<Connect, 'call'>
  readonly instanceArn: string
  readonly now: () => Date
  /** The log names a missing IAM action once. */
  readonly note: NoteAttempt
}

const numbersMaxAgeMs = 5 * 60_000
const rereadAfterMs = 5_000

const importedSender = ({ phoneNumberId, number, arn, channel }: InstanceNumber): readonly KnownSender[] =>
  channel ? [{ phoneNumberId, number, arn, channels: [channel], queues: [] }] : []

export function createSenderDirectory(options: SenderDirectoryOptions): SenderDirectory {
  const { connect, instanceArn, now, note } = options
  const numbers = createOptionalList({
    maxAgeMs: numbersMaxAgeMs,
    now,
    load: () => noted(note, () => connect.call(listPhoneNumbers, undefined)),
  })
  const arnOf = (phoneNumberId: string) =>
    instanceArn.replace(/:instance\/.*$/, `:phone-number/${phoneNumberId}`)

  /** A number that is not among those of the instance was released, or belongs to another instance. One without a channel is for calls. */
  function namedSender(
    rule: SenderRule,
    known: readonly InstanceNumber[] | undefined,
  ): readonly KnownSender[] {
    const { phoneNumberId, name, channels = usualChannels, queues = [] } = rule
    const found = known?.find((each) => each.phoneNumberId === phoneNumberId)
    if (known && !found?.channel) return []
    return [
      {
        phoneNumberId,
        arn: found?.arn ?? arnOf(phoneNumberId),
        ...(found ? { number: found.number } : {}),
        ...(name === undefined ? {} : { name }),
        channels,
        queues,
      },
    ]
  }

  const sendersAmong = ({ senders }: MessagesRule, known: readonly InstanceNumber[] | undefined) =>
    senders ? senders.flatMap((sender) => namedSender(sender, known)) : (known ?? []).flatMap(importedSender)

  const offered = async (rule: MessagesRule) => sendersAmong(rule, await numbers.read())
  return {
    offered,
    async offeredWith(rule, phoneNumberId) {
      const known = await offered(rule)
      if (known.some((sender) => sender.phoneNumberId === phoneNumberId)) return known
      return sendersAmong(rule, await numbers.readNewerThan(rereadAfterMs).catch(() => numbers.read()))
    },
    distrust: numbers.distrust,
  }
}
