import { describe, expect, it } from 'vitest'
import type { Sealing } from '../attempts/sealing.ts'
import { earlierAttempts } from '../attempts/earlier-attempts.ts'
import type { ClientFailure } from '../task-client-error.ts'
import { createClock, createWire } from './submission-harness.ts'
import { createSubmission, type Submission } from './submission.ts'

interface Note {
  readonly text: string
  readonly bytes?: string
  readonly until?: number
}

interface Made {
  readonly id: string
}

const lost: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }
const refused: ClientFailure = { code: 'invalid', outcome: 'not-created', issues: [] }
const livesMs = 3 * 60_000

/** A draft whose request needs files. They have arrived, unless a test says that they are on their way. */
function openDraft() {
  const clock = createClock()
  const wire = createWire<Note, Made>(clock.now)
  let arrive: (() => void) | undefined
  let arrived: Promise<void> | undefined
  let seals = 0
  const refusals: ClientFailure[] = []
  const judged: string[] = []
  const sealing: Sealing<Note> = {
    contentOf: ({ text }) => text,
    sealedUntil: ({ until }) => until,
    isGathered: () => arrived === undefined,
    gather: async (request, _signal, onLeft) => {
      onLeft(2)
      await arrived
      return { request }
    },
    seal: async ({ text }) => {
      const failure = refusals.pop()
      if (failure) return { failure }
      seals += 1
      return { request: { text, bytes: `bytes ${seals}`, until: clock.now() + livesMs } }
    },
  }
  const open = (earlier?: ReturnType<typeof earlierAttempts<Note>>): Submission<Note, Made> =>
    createSubmission<Note, Made>({
      ...clock,
      send: wire.send,
      newToken: (content) => `token of ${content}`,
      uptime: clock.now,
      random: () => 1,
      sealing,
      judge: async ({ text }) => {
        judged.push(text)
        return undefined
      },
      earlier,
    })
  const submission = open()
  return {
    clock,
    wire,
    submission,
    judged,
    refuseNextSeal: (failure: ClientFailure) => refusals.push(failure),
    holdFiles: () => {
      arrived = new Promise((resolve) => {
        arrive = resolve
      })
    },
    letFilesArrive: async () => {
      arrive?.()
      await clock.settle()
    },
    press: async (text = 'call back') => {
      submission.dismiss()
      void submission.submit({ text })
      await clock.settle()
    },
    answer: async (answer: Made | ClientFailure) => {
      wire.open()[0]?.answer(answer)
      await clock.settle()
    },
    reload: () => open(earlierAttempts(submission.getSnapshot())),
    sent: () => wire.sent.map(({ attempt }) => [attempt.clientToken, attempt.request.bytes]),
  }
}

describe('a request with files', () => {
  it('waits for its files, is checked again, and is sealed before it is sent', async () => {
    const { holdFiles, press, submission, letFilesArrive, sent, judged } = openDraft()
    holdFiles()
    await press()
    expect(submission.getSnapshot()).toMatchObject({ status: 'waiting', wait: { for: 'files', left: 2 } })
    expect(sent()).toEqual([])
    await letFilesArrive()

    expect(judged).toEqual(['call back'])
    expect(sent()).toEqual([['token of "call back"', 'bytes 1']])
    expect(submission.getSnapshot()).toMatchObject({
      status: 'sending',
      attempt: { request: { bytes: 'bytes 1' } },
    })
  })

  it('is not sent when the agent takes it back while it waits', async () => {
    const { holdFiles, press, submission, letFilesArrive, sent } = openDraft()
    holdFiles()
    await press()
    submission.stopWaiting()
    await letFilesArrive()

    expect(sent()).toEqual([])
    expect(submission.getSnapshot().status).toBe('idle')
  })

  it('leaves no question before it is sealed, because nothing was sent', async () => {
    const { holdFiles, press, submission } = openDraft()
    holdFiles()
    await press()

    expect(earlierAttempts(submission.getSnapshot())?.uncertain).toEqual([])
  })

  it('carries the same bytes whenever it is sent again', async () => {
    const { press, answer, clock, sent } = openDraft()
    await press()
    await answer(lost)
    await clock.pass(2_000)
    await answer(refused)
    await press()

    expect(sent()).toHaveLength(3)
    expect(new Set(sent().map(String))).toEqual(new Set(['token of "call back",bytes 1']))
  })

  it('that was refused carries the same bytes at the next press, also after another text', async () => {
    const { press, answer, sent } = openDraft()
    await press()
    await answer(refused)
    await press('send a letter')
    await answer(refused)
    await press()

    expect(sent()).toEqual([
      ['token of "call back"', 'bytes 1'],
      ['token of "send a letter"', 'bytes 2'],
      ['token of "call back"', 'bytes 1'],
    ])
  })

  it('that was refused is sent under another token once its bytes have expired', async () => {
    const { press, answer, clock, sent } = openDraft()
    await press()
    await answer(refused)
    await clock.pass(livesMs)
    await press()
    const [[first], [second, bytes] = []] = [sent()[0] ?? [], sent()[1]]

    expect(bytes).toBe('bytes 2')
    expect(second).not.toBe(first)
  })

  it('is sealed again, under another token, if the proxy refuses its bytes', async () => {
    const { press, answer, sent } = openDraft()
    await press()
    await answer({ ...refused, code: 'upload-refused' })
    await press()

    expect(sent().map(([, bytes]) => bytes)).toEqual(['bytes 1', 'bytes 2'])
    expect(new Set(sent().map(([token]) => token)).size).toBe(2)
  })

  it('whose answer was lost becomes a question when its bytes expire', async () => {
    const { press, answer, clock, submission, sent } = openDraft()
    await press()
    await answer(lost)
    await clock.pass(livesMs)
    await answer(lost)
    const { status, attempt } = submission.getSnapshot()
    const before = sent().length

    expect(status).toBe('unknown')
    expect(submission.mayAskAgain(attempt?.clientToken ?? '')).toBe(false)
    await submission.askAgain()
    await press()
    expect(sent()).toHaveLength(before)
    expect(submission.getSnapshot().status).toBe('unknown')
  })

  it('is asked about with the same bytes after a reload', async () => {
    const { press, reload, clock, sent } = openDraft()
    await press()
    const after = reload()
    expect(after.getSnapshot().status).toBe('unknown')
    void after.askAgain()
    await clock.settle()

    expect(sent().at(-1)).toEqual(['token of "call back"', 'bytes 1'])
  })

  it('says why it cannot be sealed, and is sealed at the next press', async () => {
    const { press, refuseNextSeal, submission, sent } = openDraft()
    refuseNextSeal(refused)
    await press()
    expect(submission.getSnapshot()).toMatchObject({ status: 'not-done', failure: refused })
    expect(sent()).toEqual([])
    await press()

    expect(sent()).toEqual([['token of "call back"', 'bytes 1']])
  })
})
