import { useId, useRef } from 'react'
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
import { Field, FieldError } from '../../controls/field.tsx'
import { isOfTemplate } from '../../form-model/errors/template-complaints.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useDestinations } from '../../setting/panel-queries.ts'

/** Who gets a task of a template: the agent, or a person or queue where the template has no flow. */
export function TemplateGoesTo({ template }: { readonly template: TaskTemplate }) {
  const { control, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  const key = useWatch({ control, name: 'destination' })
  const rule = useFieldRules().destination?.template
  const chosen = destinationFromKey(key)
  // Unticked, the box gives it back.
  const lastId = useRef<string>(undefined)
  if (!rule || chosen?.type !== 'template') return null
  const { destination } = errors
  // To leave it open is no mistake before the agent presses the button.
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

/** The people and queues that a task of a template without a flow can go to. */
function QuickConnectChoice({ rule, quickConnectId = '', error, onChange }: QuickConnectChoiceProps) {
  const { destinations, template: words } = useLateMessages()
  const { read, refreshOld } = useDestinations()
  const { quickConnects = [] } = read.data ?? {}
  const access = accessTo(rule.quickConnect)
  if (access === 'hidden') return null
  const chosen = quickConnects.find((each) => each.quickConnectId === quickConnectId)
  if (access === 'locked') {
    return (
      <Field label={words.goesTo} error={error} access="locked">
        {(props) => <input {...props} type="text" dir="auto" value={chosen?.name ?? ''} readOnly />}
      </Field>
    )
  }
  return (
    <Field label={words.goesTo} error={error} required>
      {(props) => (
        <select
          {...props}
          name="destination.quickConnect"
          value={quickConnectId}
          onFocus={refreshOld}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          <option value="">{words.choose}</option>
          {quickConnectId !== '' && !chosen && (
            <option value={quickConnectId}>{destinations.gone(undefined)}</option>
          )}
          <QuickConnectOptions quickConnects={quickConnects} />
        </select>
      )}
    </Field>
  )
}

function QuickConnectOptions({ quickConnects }: Pick<Destinations, 'quickConnects'>) {
  const { destinations, template: words } = useLateMessages()
  const groups = [
    { label: destinations.groups.person, kind: 'user' },
    { label: destinations.groups.queue, kind: 'queue' },
  ] as const
  return groups.map(({ label, kind }) => {
    const ofKind = quickConnects.filter((each) => each.kind === kind)
    const mineFirst = [...ofKind.filter(({ isSelf }) => isSelf), ...ofKind.filter(({ isSelf }) => !isSelf)]
    return (
      <optgroup key={kind} label={label}>
        {mineFirst.map(({ quickConnectId, name, isSelf }) => (
          <option key={quickConnectId} value={quickConnectId} dir="auto">
            {isSelf ? words.self(name) : name}
          </option>
        ))}
      </optgroup>
    )
  })
}
