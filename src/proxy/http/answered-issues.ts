import { issuesLimit, type Problem, type ProblemIssue } from '../../contract/problems/problem.ts'
import { wireIssue } from '../../contract/problems/wire-issue.ts'
import { isRowPath } from '../../core/issues/field-path.ts'
import type { Issue } from '../../core/issues/issues.ts'
import { shortened, utf8ByteLength } from '../../core/text/text.ts'

/** Keeps a problem under 16 KB, however many mistakes a task has. */
const issuesByteLimit = 12 * 1_024

/** UTF-16 units. The name in an issue is a row of the policy, or the list of all hosts that it allows. */
const nameUnitLimit = 300

/** Extensions that an answer names. A policy, or an administrator of Connect, may allow many. */
const extensionsLimit = 50

function shortIssue(issue: ProblemIssue): ProblemIssue {
  if ('name' in issue) return { ...issue, name: shortened(issue.name, nameUnitLimit) }
  return 'allowed' in issue ? { ...issue, allowed: issue.allowed.slice(0, extensionsLimit) } : issue
}

const isOfRow = ({ field }: Issue) => isRowPath(field)

/** The issues of a response. If there are too many, issues of whole fields come before issues of rows. */
export function answeredIssues(
  issues: readonly Issue[],
  leftOutBefore = 0,
): Pick<Problem, 'issues' | 'issuesLeftOut'> {
  const total = issues.length + leftOutBefore
  const inOrder =
    total > issuesLimit ? [...issues.filter((issue) => !isOfRow(issue)), ...issues.filter(isOfRow)] : issues
  const answered: ProblemIssue[] = []
  let bytes = 0
  for (const found of inOrder.slice(0, issuesLimit)) {
    const issue = shortIssue(wireIssue(found))
    bytes += utf8ByteLength(JSON.stringify(issue))
    if (bytes > issuesByteLimit) break
    answered.push(issue)
  }
  const leftOut = total - answered.length
  return { issues: answered, ...(leftOut > 0 ? { issuesLeftOut: leftOut } : {}) }
}
