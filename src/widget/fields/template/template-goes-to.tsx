import { useId, useMemo, useRef } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import {
  destinationFromKey,
  destinationKey,
  type Destinations,
  type TemplateDestination,
} from '../../../core/fields/destination-key.ts'
import { accessTo } from '../../../core/fields/field-rule.ts'
import type { TemplateRule } from '../../../core/fields/template-rule.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import type { TaskTemplate } from '../../../core/templates/template.ts'
import { FieldError } from '../../controls/field.tsx'
import { isOfTemplate } from '../../form-model/errors/template-complaints.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useDestinations } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { destinationEntries } from '../destination/destination-entry.ts'
import { SearchBox } from '../destination/destination-search-box.tsx'
import { SearchField, useSearchParts } from '../destination/search-field.tsx'
import type { DestinationChoice } from '../destination/use-destination-choice.ts'

/** Who gets a task of a template: the agent, or a person or queue where the template has no flow. */
export function TemplateGoesTo({ template }: { readonly template: TaskTemplate }) {
  const { control, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  const key = useWatch({ control, name: 'destination' })
  const rule = useFieldRules().destination?.template
  const chosen = destinationFromKey(key)
  // If the agent unticks "Assign to me", the field gets this quick connect back.
  const lastId = useRef<string>(undefined)
  if (!rule || chosen?.type !== 'template') return null
  const { destination } = errors
  // Before the agent presses the button, an empty choice is no mistake.
  const error = isSubmitted && isOfTemplate(destination?.type) ? destination?.message : undefined
  const give = (to: Pick<TemplateDestination, 'quickConnectId' | 'isSelfAssigned'>) =>
    setValue('destination', destinationKey({ type: 'template', templateId: template.templateId, ...to }), {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: isSubmitted || destination !== undefined,
    })
  const { isSelfAssigned = false, quickConnectId } = chosen
  const hasConnect = !rule.hasFlow && !isSelfAssigned
  return (
    <>
      <SelfAssign
        template={template}
        rule={rule}
        isSelfAssigned={isSelfAssigned}
        onChange={(isMine) => {
          if (isMine) lastId.current = quickConnectId
          const { current: lastConnect } = lastId
          const back = rule.hasFlow || lastConnect === undefined ? {} : { quickConnectId: lastConnect }
          give(isMine ? { isSelfAssigned: true } : back)
        }}
      />
      {hasConnect && (
        <QuickConnectChoice
          key={template.templateId}
          rule={rule}
          quickConnectId={quickConnectId}
          error={error}
          onChange={(id) => give(id === '' ? {} : { quickConnectId: id })}
        />
      )}
      {!hasConnect && <FieldError error={error} />}
    </>
  )
}

interface SelfAssignProps {
  readonly template: TaskTemplate
  readonly rule: TemplateRule
  readonly isSelfAssigned: boolean
  readonly onChange: (isMine: boolean) => void
}

function SelfAssign({ template, rule, isSelfAssigned, onChange }: SelfAssignProps) {
  const words = useLateMessages().template
  const id = useId()
  const field = template.fields.find(({ type }) => type === 'SELF_ASSIGN')
  const access = accessTo(rule.selfAssign)
  if (!field || access === 'hidden') return null
  if (!rule.canSelfAssign) return <p className="tl-hint">{words.selfImpossible}</p>
  if (access === 'locked') return isSelfAssigned ? <p className="tl-hint">{words.assignedToMe}</p> : null
  return (
    <div className="tl-field">
      <label className="tl-check">
        <input
          type="checkbox"
          name="destination.self"
          checked={isSelfAssigned}
          aria-describedby={field.description === undefined ? undefined : id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{words.assignToMe}</span>
      </label>
      {field.description !== undefined && (
        <p className="tl-hint" id={id} dir="auto">
          {field.description}
        </p>
      )}
    </div>
  )
}

interface QuickConnectChoiceProps {
  readonly rule: TemplateRule
  readonly quickConnectId: string | undefined
  readonly error: string | undefined
  readonly onChange: (quickConnectId: string) => void
}

/** Searches the people and queues that a task of a template without a flow can go to. */
function QuickConnectChoice({ rule, quickConnectId = '', error, onChange }: QuickConnectChoiceProps) {
  const { messages } = usePanelSetting()
  const { template: words } = useLateMessages()
  const { read, refreshOld } = useDestinations()
  const { quickConnects = noConnects } = read.data ?? {}
  const entries = useMemo(() => destinationEntries({ flows: [], quickConnects }), [quickConnects])
  const parts = useSearchParts()
  const access = accessTo(rule.quickConnect)
  if (access === 'hidden') return null
  const entryKey = quickConnectId === '' ? '' : destinationKey({ type: 'quickConnect', quickConnectId })
  const name = quickConnects.find((each) => each.quickConnectId === quickConnectId)?.name
  const choice: DestinationChoice = {
    key: entryKey,
    entryKey,
    name,
    choose: (key) => {
      const chosen = destinationFromKey(key)
      if (key !== entryKey) onChange(chosen?.type === 'quickConnect' ? chosen.quickConnectId : '')
    },
    touch: () => {},
  }
  const isLocked = access === 'locked'
  return (
    <>
      <SearchField
        label={words.goesTo}
        name="destination.quickConnect"
        error={error}
        isLocked={isLocked}
        placeholder={read.isPending ? messages.fields.destinationsLoading : words.goesToNone}
        isBusy={read.isFetching}
        onFocus={refreshOld}
        parts={parts}
      />
      <SearchBox isOfConnects isLocked={isLocked} parts={parts} entries={entries} choice={choice} />
    </>
  )
}

const noConnects: Destinations['quickConnects'] = []
