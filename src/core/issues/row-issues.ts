import type { RowPath } from './field-path.ts'
import { invisibleAt } from '../text/invisible.ts'
import type {
  CharacterIssueCode,
  FileTypeIssueCode,
  HostIssueCode,
  MeasuredIssueCode,
  PlainIssueCode,
  Issue,
} from './issues.ts'
import { scalarLength } from '../text/text.ts'

/** An issue of a row, without its place. Most are just a code, because a hostile body may have 25,000 of them. */
export type RowFault =
  | PlainIssueCode
  | { readonly code: MeasuredIssueCode; readonly actual: number; readonly limit: number }
  | { readonly code: HostIssueCode; readonly hosts: readonly string[] }
  | { readonly code: CharacterIssueCode; readonly text: string; readonly at: number }
  | { readonly code: FileTypeIssueCode; readonly extension: string; readonly allowed: readonly string[] }

/** The fault of a text with more scalar values than `limit`. Counts them only if there may be too many. */
export function textExcess(code: MeasuredIssueCode, text: string, limit: number): RowFault | undefined {
  if (text.length <= limit) return undefined
  const actual = scalarLength(text)
  return actual > limit ? { code, actual, limit } : undefined
}

/** The fault of a text with an invisible character at this index. Undefined for -1. */
export const unseenFault = (text: string, at: number): RowFault | undefined =>
  at === -1 ? undefined : { code: 'invisible-character', text, at }

function issueOf(field: RowPath, fault: RowFault): Issue {
  if (typeof fault === 'string') return { field, code: fault }
  if ('at' in fault) return { field, code: fault.code, ...invisibleAt(fault.text, fault.at) }
  return { field, ...fault }
}

/** Counts the issues of rows in a request. Only a limited number is listed. */
export class RowIssueCount {
  readonly #listed: number
  #found = 0

  constructor(listed: number) {
    this.#listed = listed
  }

  /** Counts one more issue, and says whether it is listed. */
  add(): boolean {
    this.#found += 1
    return this.#found <= this.#listed
  }

  get leftOut(): number {
    return Math.max(0, this.#found - this.#listed)
  }
}

/** The issues of a list. Without a count, all are listed. */
export function createRowIssues<Member>(
  pathOf: (row: number, member: Member) => RowPath,
  count: RowIssueCount | undefined,
) {
  const listed: Issue[] = []
  return {
    listed,
    add(row: number, member: Member, fault: RowFault | undefined): void {
      if (fault === undefined || count?.add() === false) return
      listed.push(issueOf(pathOf(row, member), fault))
    },
  }
}
