import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import type { LinkType } from '../../core/fields/link-types.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'

export type LinkChoice = LinkType | 'none'

interface LinkCardProps {
  readonly choice: LinkChoice
  readonly name: string
  readonly meaning: string
  readonly isDisabled?: boolean
  /** The fixed choice: the agent can reach and read it, but not change it. */
  readonly isOnly?: boolean
}

/** One way to link, with its meaning, for a task or a message. */
export function LinkCard({ choice, name, meaning, isDisabled = false, isOnly = false }: LinkCardProps) {
  const id = useId()
  const { register } = useFormContext<Pick<TaskDraft, 'link'>>()
  // Disabled on the element, not through `register`: react-hook-form would drop the value of the whole group.
  return (
    <label className="tl-card">
      <input
        {...(isOnly
          ? { name: 'link', checked: true, readOnly: true }
          : { ...register('link'), disabled: isDisabled })}
        type="radio"
        value={choice}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-meaning`}
      />
      <span>
        <strong id={`${id}-name`}>{name}</strong>
        <span className="tl-hint" id={`${id}-meaning`}>
          {meaning}
        </span>
      </span>
    </label>
  )
}
