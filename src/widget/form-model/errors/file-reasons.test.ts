import { expect, it } from 'vitest'
import { withReasons } from './file-reasons.ts'

const path = (row: number) => `attachments.${row}.name` as const

it('says in the list of complaints why each file has failed, as its row does', () => {
  const notUploaded = 'This file is not uploaded.'
  const complaints = [
    { path: 'name', label: 'Name', message: 'Give the task a name.' },
    { path: path(0), label: 'off.csv', message: notUploaded },
    { path: path(1), label: 'cancelled.csv', message: notUploaded },
  ] as const
  const files = [{ failure: { reason: 'unreachable', canRetry: true } }, {}] as const

  expect(
    withReasons(complaints, files, ({ reason }) => `Reason: ${reason}`).map(({ message }) => message),
  ).toEqual(['Give the task a name.', 'Reason: unreachable', notUploaded])
})
