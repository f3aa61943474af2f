import { expect, it } from 'vitest'
import type { FileOnItsWay, UploadStep } from '../../../../client/uploads/upload-state.ts'
import { createFormats } from '../../../../i18n/formats/formats.ts'
import { lateWords } from '../../../../i18n/en/late-words.ts'
import { uploadNews } from './upload-news.ts'

const { files: words } = lateWords(createFormats('en-GB', 'Europe/London'))

const file = (name: string, step: UploadStep): FileOnItsWay => ({
  id: name,
  name,
  bytes: 1,
  type: '',
  canRename: false,
  ...step,
})
const sending = (name: string, progress: number) => file(name, { state: 'sending', progress })
const done = (name: string) => file(name, { state: 'done', progress: 1 })
const failed = (name: string) =>
  file(name, { state: 'failed', progress: 0.4, failure: { reason: 'store', canRetry: true } })

it('announces neither progress nor files that had arrived before', () => {
  expect(uploadNews([], [sending('a.png', 0)], words)).toBe('')
  expect(uploadNews([sending('a.png', 0.2)], [sending('a.png', 0.7)], words)).toBe('')
  expect(uploadNews([done('a.png')], [done('a.png'), sending('b.png', 0)], words)).toBe('')
})

it('names each file that has arrived or failed since the last look', () => {
  const before = [sending('a.png', 0.2), sending('b.png', 0.4), sending('c.png', 0.1)]
  expect(uploadNews(before, [done('a.png'), failed('b.png'), sending('c.png', 0.3)], words)).toBe(
    'a.png is uploaded. b.png was not uploaded.',
  )
})
