import {
  AttachedFileInvalidRequestExceptionReason,
  AttachedFileServiceQuotaExceededExceptionReason,
  InvalidRequestException,
  ServiceQuotaExceededException,
} from '@aws-sdk/client-connect'
import { describe, expect, it } from 'vitest'
import { connectProblem } from '../errors/connect-errors.ts'
import { fileRefusals } from './file-refusals.ts'
import { startTaskContact } from './start-task-contact.ts'
import { stopContact } from './stop-contact.ts'

const invalidFile = (reason: AttachedFileInvalidRequestExceptionReason) =>
  new InvalidRequestException({
    message: 'marked',
    $metadata: { httpStatusCode: 400 },
    Reason: { AttachedFileInvalidRequestExceptionReason: reason },
  })

const tooManyFiles = new ServiceQuotaExceededException({
  message: 'marked',
  $metadata: { httpStatusCode: 402 },
  Reason: { AttachedFileServiceQuotaExceededExceptionReason: 'TOTAL_FILE_COUNT_EXCEEDED' },
})

describe('a task whose files Connect refuses', () => {
  it('has a refusal for every reason that Connect names', () => {
    expect(Object.keys(fileRefusals).toSorted()).toEqual(
      [
        ...Object.values(AttachedFileInvalidRequestExceptionReason),
        ...Object.values(AttachedFileServiceQuotaExceededExceptionReason),
      ].toSorted(),
    )
  })

  it.each([
    [invalidFile('INVALID_FILE_NAME'), 'file-name-refused'],
    [invalidFile('INVALID_FILE_TYPE'), 'file-type-refused'],
    [invalidFile('INVALID_FILE_SIZE'), 'file-size-refused'],
    [tooManyFiles, 'files-too-many-together'],
  ])('says why, and that nothing was created', (exception, code) => {
    const { facts } = connectProblem(exception, startTaskContact)

    expect(facts).toMatchObject({ code: 'upload-refused', issues: [{ field: 'attachments', code }] })
    expect(facts.outcome ?? 'not-created').toBe('not-created')
    expect(JSON.stringify(facts)).not.toContain('marked')
  })

  it('is refused as before where Connect names no reason, or an unknown one', () => {
    const metadata = { message: 'marked', $metadata: { httpStatusCode: 400 } }
    const named = { AttachedFileInvalidRequestExceptionReason: 'constructor' }

    for (const more of [{}, { Reason: named }, { Reason: 7 }]) {
      const exception = Object.assign(new InvalidRequestException(metadata), more)
      expect(connectProblem(exception, startTaskContact).facts.code).toBe('invalid')
    }
  })

  it('is nothing that another operation knows', () => {
    expect(connectProblem(invalidFile('INVALID_FILE_SIZE'), stopContact).facts.code).toBe('invalid')
  })
})
