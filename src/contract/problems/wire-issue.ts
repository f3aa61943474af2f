import { formatFieldPath, parseFieldPath } from '../../core/issues/field-path.ts'
import type { Issue } from '../../core/issues/issues.ts'
import type { ProblemIssue } from './problem.ts'

const hostSeparator = ', '

/** An issue as a problem carries it. Its hosts are sent as one text, because older panels read no other form. */
export function wireIssue(issue: Issue): ProblemIssue {
  const field = formatFieldPath(issue.field)
  if ('allowed' in issue) return { ...issue, field, allowed: [...issue.allowed] }
  if (issue.code !== 'reference-host-not-allowed') return { ...issue, field }
  return { field, code: issue.code, name: issue.hosts.join(hostSeparator) }
}

/** An issue of a problem as the core has it; undefined if this version does not know its field. */
export function readIssue(issue: ProblemIssue): Issue | undefined {
  const field = parseFieldPath(issue.field)
  if (field === undefined) return undefined
  if (issue.code !== 'reference-host-not-allowed') return { ...issue, field }
  return { field, code: issue.code, hosts: issue.name === '' ? [] : issue.name.split(hostSeparator) }
}
