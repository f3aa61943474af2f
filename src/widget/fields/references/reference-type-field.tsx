import { useRef, type KeyboardEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import { referenceTypes, type ReferenceType } from '../../../core/fields/references/reference.ts'
import { allowedReferenceTypes } from '../../../core/fields/references/references-rule.ts'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useFileKind } from './files/file-kind-context.ts'
import { referenceLooks } from './reference-looks.ts'

/** Connect takes files beside the references. The panel lists them as one more type. */
const fileType = 'ATTACHMENT'

interface ReferenceTypeFieldProps {
  readonly index: number
  readonly type: ReferenceType
  /** The row comes from the organisation's rules, which set its type. */
  readonly isRuled: boolean
  readonly isFile: boolean
  readonly onChosen: (type: ReferenceType) => void
  /**
   * Called when the agent chooses the type "file". `isGoingOn` is false if they chose it with an arrow key and may go on to
   * another type.
   */
  readonly onFile: (isGoingOn: boolean) => void
}

const stepKeys = /^(Arrow.*|Home|End|Page.*|[^ ])$/

/** True for a key that changes the choice of a closed list. Alt with an arrow key opens the list instead. */
const isStep = ({ key, altKey }: KeyboardEvent): boolean => !altKey && stepKeys.test(key)

/** The type of a reference. The closed list shows only an icon, because the row is one line. */
export function ReferenceTypeField(props: ReferenceTypeFieldProps) {
  const { index, type, isRuled, isFile, onChosen, onFile } = props
  const { references: words, files: fileWords } = useLateMessages()
  const fileKind = useFileKind()
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const typeField = register(`references.${index}.type`)
  const isStepping = useRef(false)
  const allowed = allowedReferenceTypes(useFieldRules())
  // A stored row may have a type that is no longer allowed. It keeps the type and gets a complaint.
  const choices = allowed.includes(type) ? allowed : [type, ...allowed]
  if (isRuled) {
    return (
      <span className="tl-kind" title={words.kinds[type].name}>
        <Icon name={referenceLooks[type].icon} />
        <span className="tl-visually-hidden">{words.kinds[type].name}</span>
      </span>
    )
  }
  return (
    <span className="tl-kind" title={isFile ? fileWords.kind : words.kinds[type].name}>
      <Icon name={isFile ? 'file' : referenceLooks[type].icon} />
      <select
        {...typeField}
        aria-label={words.type}
        value={isFile ? fileType : type}
        onBlur={(event) => {
          // For a file, react-hook-form would take "file" as the type of the reference.
          if (!isFile) void typeField.onBlur(event)
        }}
        onKeyDown={(event) => {
          isStepping.current = isStep(event)
        }}
        onPointerDown={() => {
          isStepping.current = false
        }}
        onChange={(event) => {
          if (event.currentTarget.value === fileType) {
            onFile(!isStepping.current)
            return
          }
          const wanted = referenceTypes.find((each) => each === event.currentTarget.value)
          if (wanted) onChosen(wanted)
          void typeField.onChange(event)
        }}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {words.kinds[each].name}
          </option>
        ))}
        {fileKind && (
          <option value={fileType} disabled={!fileKind.isAvailable}>
            {fileKind.isAvailable ? fileWords.kind : fileWords.kindUnavailable}
          </option>
        )}
      </select>
    </span>
  )
}
