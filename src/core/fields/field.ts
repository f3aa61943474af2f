import type { Channel } from '../contact/contact.ts'
import type { ListName } from '../issues/field-path.ts'
import type { Issue } from '../issues/issues.ts'
import type { RowIssueCount } from '../issues/row-issues.ts'
import type { TimeZone } from '../time/time-zone.ts'
import type { AttachmentLimits } from './attachments/attachment.ts'
import type { Attribute } from './attributes/attribute.ts'
import type { Access } from './field-rule.ts'
import type { RuleMistake } from './rule-mistake.ts'

/** The contact that a task is linked to, as far as it could be read. */
export interface LinkedContact {
  readonly channel?: Channel
  readonly attributes?: readonly Attribute[]
  /** UTF-8 bytes of further attributes, which the agent may not see. */
  readonly hiddenBytes?: number
}

/** The facts that a draft does not hold: its time zone and its contact. */
export interface FieldSetting {
  readonly timeZone: TimeZone
  readonly scheduleHorizonDays: number
  readonly contactId?: string
  readonly linkedContact?: LinkedContact
  /** True if the file is on its way. The task is sent when it has arrived. */
  readonly isArriving?: (fileId: string) => boolean
}

/** The facts, besides the request itself, that are needed to check it. */
export interface FieldCircumstances {
  readonly now: Date
  readonly scheduleHorizonDays: number
  readonly linkedContact?: LinkedContact
  /** Which files Connect accepts. If absent, Connect checks the files itself. */
  readonly attachmentLimits?: AttachmentLimits
  /** Counts the issues of rows, if only a limited number is listed. */
  readonly rowIssueCount?: RowIssueCount
}

/** A part of a draft, read as a part of a request. */
export interface FieldReading<Request> {
  readonly request: Request
  /** Only issues that the request cannot express. */
  readonly issues?: readonly Issue[]
  /** For each list: which row of the draft each row of the request comes from. */
  readonly rows?: Readonly<Partial<Record<ListName, readonly number[]>>>
}

export interface FieldParts {
  readonly draft: object
  readonly request: object
  readonly rules: object
  /** The members that Connect gets, of the operation that creates the task or sends the message. */
  readonly parameters: object
}

/** The values that the fields of one kind of draft need to be read and checked. */
export interface FieldContext {
  readonly setting: object
  readonly circumstances: object
}

export interface TaskContext {
  readonly setting: FieldSetting
  readonly circumstances: FieldCircumstances
}

/**
 * One field of a draft: how it becomes a part of the request and of the call to Connect. It may read more of the draft than it
 * writes.
 */
export interface DraftField<
  Reads extends FieldParts,
  Writes extends FieldParts,
  Context extends FieldContext,
> {
  readonly access: (rules: Reads['rules']) => Access
  /** The field in a new draft. */
  readonly preset: (empty: Reads['draft'], rules: Reads['rules']) => Writes['draft']
  /** The field in a draft under these rules: fixed values are set, and every row the rules ask for is there. */
  readonly draftUnder: (draft: Reads['draft'], rules: Reads['rules']) => Writes['draft']
  readonly read: (
    draft: Reads['draft'],
    rules: Reads['rules'],
    setting: Context['setting'],
  ) => FieldReading<Writes['request']>
  /** Adds the value that the rules fix if the request does not have it. Overwrites nothing. */
  readonly fill: (request: Reads['request'], rules: Reads['rules']) => Writes['request']
  /** Why Connect or the rules refuse a request that has been filled. */
  readonly issues: (
    request: Reads['request'],
    rules: Reads['rules'],
    circumstances: Context['circumstances'],
  ) => readonly Issue[]
  /** The field as parameters for Connect. No empty members: the SDK would send them, and Connect would refuse them. */
  readonly parameters: (request: Reads['request']) => Writes['parameters']
}

/** A field whose rules come from several authorities: everything that the core does with a field of a task. */
export interface Field<
  Reads extends FieldParts,
  Writes extends FieldParts = Reads,
  Context extends FieldContext = TaskContext,
> extends DraftField<Reads, Writes, Context> {
  readonly mergeRules: (strong: Reads['rules'], weak: Reads['rules']) => Writes['rules']
  readonly ruleMistakes: (rules: Reads['rules']) => readonly RuleMistake[]
}
