import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTask } from '../../creating/check-task.ts'
import { prepare } from '../../creating/prepare.ts'
import { formatFieldPath } from '../../issues/field-path.ts'
import type { Issue } from '../../issues/issues.ts'
import { emptyDraft } from '../../task/task-draft.ts'
import type { FieldRules, TaskDraft } from '../../task/task-parts.ts'
import { draftUnder, fieldAccess, fieldRulesMistakes, mergeFieldRules } from '../../task/task-rules.ts'
import { templateRules } from '../../templates/template-rules.ts'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { fileIssues } from './attachment-issues.ts'
import { defaultAttachmentLimits, limitsUnder } from './attachment-limits.ts'
import type { Attachment, AttachmentDraft } from './attachment.ts'
import { mostAttachments } from './attachments-rule.ts'

const now = new Date('2027-01-01T12:00:00Z')
const expiresAt = now.getTime() + 60_000

const file = (id: string, facts: Partial<Attachment> = {}): Attachment => ({
  id,
  name: `${id}.pdf`,
  bytes: 1,
  upload: `upload ${id}`,
  expiresAt,
  ...facts,
})
const files = (count: number) => Array.from({ length: count }, (_, index) => file(`f${index}`))

const written = (issues: readonly Issue[]) =>
  issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)

function issuesOf(attachments: readonly Attachment[], fieldRules: FieldRules = {}) {
  const request = {
    name: 'Call back',
    destination: { type: 'flow', flowId: 'f' },
    references: [],
    attributes: [],
    attachments,
  } as const
  const circumstances = {
    now,
    scheduleHorizonDays: 6,
    fieldRules,
    attachmentLimits: defaultAttachmentLimits,
  }
  const check = checkTask(request, circumstances)
  return check.ok ? [] : written(check.issues)
}

describe('the files of a task', () => {
  it.each([0, 1, 5])('may be %i', (count) => {
    expect(issuesOf(files(count))).toEqual([])
  })

  it('are five at most', () => {
    expect(issuesOf(files(6))).toEqual(['attachments attachments-too-many'])
  })

  const limit = 20 * 1_048_576
  it.each([
    ['of 1 byte', { bytes: 1 }, []],
    ['of exactly 20 MB', { bytes: limit }, []],
    ['of one byte more', { bytes: limit + 1 }, ['file-too-large']],
    ['without a byte', { bytes: 0 }, ['file-empty']],
    ['of another type', { name: 'setup.exe' }, ['file-type-not-allowed']],
    ['with its extension in capitals', { name: 'INVOICE.PDF' }, []],
    ['without an extension', { name: 'invoice' }, ['file-extension-missing']],
    ['that turns its name around', { name: 'invoice\u202Efdp.exe' }, ['file-name-invalid']],
    ['whose upload has expired', { expiresAt: now.getTime() }, ['file-expired']],
  ])('may be, or must not be, one %s', (_, facts, codes) => {
    expect(issuesOf([file('f', facts)])).toEqual(codes.map((code) => `attachments.0.file ${code}`))
  })

  it('are each there once', () => {
    expect(issuesOf([file('a'), file('b', { upload: 'upload a' })])).toEqual([
      'attachments.1.file file-repeated',
    ])
  })

  it('are judged by their name, and say what is allowed', () => {
    expect(
      fileIssues({ name: 'a.exe', bytes: 1 }, {}, { limits: { byteLimit: 1, extensions: ['pdf'] } }),
    ).toEqual([
      {
        field: { list: 'attachments', row: 0, member: 'file' },
        code: 'file-type-not-allowed',
        extension: 'exe',
        allowed: ['pdf'],
      },
    ])
  })
})

describe('a rule about files', () => {
  it.each<[string, FieldRules, number, readonly string[]]>([
    ['hides them', { attachments: { isHidden: true } }, 1, ['attachments attachments-not-allowed']],
    ['allows none', { attachments: { mostFiles: 0 } }, 1, ['attachments attachments-not-allowed']],
    ['allows no type', { attachments: { extensions: [] } }, 1, ['attachments attachments-not-allowed']],
    ['allows two', { attachments: { mostFiles: 2 } }, 3, ['attachments attachments-too-many']],
    ['asks for one', { attachments: { isRequired: true } }, 0, ['attachments field-required']],
    ['asks for one that is there', { attachments: { isRequired: true } }, 1, []],
    [
      'allows pictures',
      { attachments: { extensions: ['png'] } },
      1,
      ['attachments.0.file file-type-not-allowed'],
    ],
    ['asks for nothing', { attachments: { isHidden: true } }, 0, []],
  ])('that %s is enforced', (_, rules, count, issues) => {
    expect(issuesOf(files(count), rules)).toEqual(issues)
  })

  it('narrows the size', () => {
    expect(issuesOf([file('f', { bytes: 11 })], { attachments: { byteLimit: 10 } })).toEqual([
      'attachments.0.file file-too-large',
    ])
  })

  it('cannot widen the limits of Connect', () => {
    const limits = { byteLimit: 10, extensions: ['pdf'] }

    expect(limitsUnder(limits, { byteLimit: 100, extensions: ['pdf', 'exe'] })).toEqual(limits)
  })

  it('of a template does not forbid them, because no field of a template is a file', () => {
    const template = {
      templateId: 't',
      name: 'Refund',
      hasFlow: true,
      canSelfAssign: false,
      revision: '1',
      fields: [{ name: 'Name', type: 'NAME', isRequired: true }],
    } as const

    expect(
      issuesOf(files(1), templateRules(template)).filter((issue) => issue.includes('attachments')),
    ).toEqual([])
  })

  it('takes files out of a draft that may have none', () => {
    const draft: TaskDraft = { ...emptyDraft, attachments: [{ id: 'f', name: 'f.pdf', bytes: 7, type: '' }] }

    expect(draftUnder(draft, {}).attachments).toHaveLength(1)
    expect(draftUnder(draft, { attachments: { isHidden: true } }).attachments).toEqual([])
  })

  it.each([{ isHidden: true }, { mostFiles: 0 }, { extensions: [] }])(
    'that asks for a file and forbids it by %j is a mistake',
    (forbidding) => {
      expect(fieldRulesMistakes({ attachments: { isRequired: true, ...forbidding } })).toEqual([
        { path: ['attachments'], code: 'withheld-without-value' },
      ])
    },
  )
})

const rule = fc.record(
  {
    isRequired: fc.boolean(),
    isHidden: fc.boolean(),
    mostFiles: fc.integer({ min: 0, max: 5 }),
    byteLimit: fc.integer({ min: 1, max: 100 }),
    extensions: fc.uniqueArray(fc.constantFrom('pdf', 'png', 'csv')),
  },
  { requiredKeys: [] },
)

describe('rules of two authorities', () => {
  it('allow together no file that the stronger one forbids', () => {
    fc.assert(
      fc.property(rule, rule, fc.nat({ max: 6 }), (strong, weak, count) => {
        fc.pre(fieldRulesMistakes({ attachments: strong }).length === 0)
        const merged = mergeFieldRules({ attachments: strong }, { attachments: weak })
        fc.pre(issuesOf(files(count), merged).length === 0)

        expect(issuesOf(files(count), { attachments: strong })).toEqual([])
      }),
    )
  })

  it('leave a task possible where the stronger one has no mistake', () => {
    fc.assert(
      fc.property(rule, rule, (strong, weak) => {
        fc.pre([strong, weak].every((each) => fieldRulesMistakes({ attachments: each }).length === 0))
        const merged = mergeFieldRules({ attachments: strong }, { attachments: weak })
        const extensions = merged.attachments?.extensions ?? ['pdf']
        const possible = [[], ...extensions.map((extension) => [file('f', { name: `f.${extension}` })])]

        expect(possible.some((each) => issuesOf(each, merged).length === 0)).toBe(true)
      }),
    )
  })

  it('are the stricter of each', () => {
    const merged = mergeFieldRules(
      { attachments: { byteLimit: 10, extensions: ['pdf', 'png'] } },
      { attachments: { mostFiles: 3, byteLimit: 20, extensions: ['png', 'csv'] } },
    )

    expect(merged).toEqual({ attachments: { mostFiles: 3, byteLimit: 10, extensions: ['png'] } })
    expect(mostAttachments(merged)).toBe(3)
  })

  it('forbid what the policy forbids, though the page asks for it', () => {
    const merged = mergeFieldRules({ attachments: { isHidden: true } }, { attachments: { isRequired: true } })

    expect(fieldAccess('attachments', merged)).toBe('hidden')
  })
})

const withFiles = (...attachments: readonly AttachmentDraft[]): TaskDraft => ({
  ...emptyDraft,
  name: 'Call back',
  destination: 'flow:f',
  link: 'none',
  attachments,
})

describe('a draft with files', () => {
  const circumstances = {
    now,
    scheduleHorizonDays: 6,
    timeZone: timeZoneOf('Europe/London'),
  }
  const chosen: AttachmentDraft = { id: 'f', name: 'f.pdf', bytes: 7, type: 'application/pdf' }

  it('becomes a request that names each upload', () => {
    const prepared = prepare(withFiles({ ...chosen, upload: { token: 't', expiresAt } }), circumstances)

    expect(prepared.ok && prepared.request.attachments).toEqual([
      { id: 'f', name: 'f.pdf', bytes: 7, upload: 't', expiresAt },
    ])
  })

  it('is not ready while a file is not uploaded', () => {
    const prepared = prepare(
      withFiles({ ...chosen, upload: { token: 't', expiresAt } }, chosen),
      circumstances,
    )

    expect(!prepared.ok && written(prepared.issues)).toEqual(['attachments.1.file file-not-uploaded'])
  })

  it('without a file is the request that it was before there were any', () => {
    const prepared = prepare(withFiles(), circumstances)

    expect(prepared.ok && Object.keys(prepared.request)).not.toContain('attachments')
  })
})
