import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { entryKeyOf, type DestinationEntry } from './destination-entry.ts'

export interface DestinationChoice {
  /** The key of the draft's destination. Empty if none is chosen. */
  readonly key: string
  /** The key of the chosen entry. */
  readonly entryKey: string
  /** The name that the destination had when it was last offered. */
  readonly name: string | undefined
  readonly choose: (key: string) => void
  /** The agent leaves the field. */
  readonly touch: () => void
}

/** The destination of the draft. */
export function useDestinationChoice(entries: readonly DestinationEntry[]): DestinationChoice {
  const { control, getValues, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const key = useWatch({ control, name: 'destination' })
  const entryKey = entryKeyOf(key)
  const offered = entries.find((entry) => entry.key === entryKey)
  const [lastOffered, setLastOffered] = useState(offered)
  if (offered && (offered.key !== lastOffered?.key || offered.name !== lastOffered.name)) {
    setLastOffered(offered)
  }
  // The text in the field is a name or a search, not the key. So we tell react-hook-form the key ourselves.
  const tell = (type: 'change' | 'blur', value: string) => {
    const { name, onChange } = register('destination')
    void onChange({ type, target: { name, value } })
  }
  return {
    key,
    entryKey,
    name: lastOffered?.key === entryKey ? lastOffered.name : undefined,
    choose: (chosen) => {
      // If the agent chooses the same template again, the person who gets the task stays the same.
      if (chosen !== entryKey) tell('change', chosen)
    },
    touch: () => tell('blur', getValues('destination')),
  }
}
