import type { TaskOfContact } from '../../../contract/tasks/tasks-of-contact.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'

export interface FoundTaskProps {
  readonly task: TaskOfContact
  /** No other task can be the lost one. */
  readonly isLikely: boolean
  readonly onChoose: () => void
}

/** A task of the contact that may be the one whose answer was lost. */
export function FoundTask({ task: { name = '', createdAt, contactId }, isLikely, onChoose }: FoundTaskProps) {
  const words = useLateMessages().question
  const formats = useFormats()
  const title = name === '' ? contactId : name
  return (
    <li>
      <span>
        <bdi>{title}</bdi>
        {createdAt !== undefined && (
          <span className="tl-hint">{words.createdAt(formats.instant(new Date(createdAt)))}</span>
        )}
      </span>
      <button
        type="button"
        className={isLikely ? 'tl-primary' : undefined}
        aria-label={words.thisOneOf(title)}
        onClick={onChoose}
      >
        {words.thisOne}
      </button>
    </li>
  )
}
