import { describe, expect, it } from 'vitest'
import type { AnyResult, DraftSubmissions } from '../../../client/submissions/draft-submission.ts'
import { createSubmissions } from '../../../client/submissions/submissions.ts'
import type { ContactSession } from '../../../contacts/contact-source.ts'

import type { Contact } from '../../../core/contact/contact.ts'
import { createSnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { asked } from '../../../drafts/desk/attempt-moves.ts'
import { inFront, withNewDraft } from '../../../drafts/desk/desk-changes.ts'
import { frontOf } from '../../../drafts/desk/desk.ts'
import { movesOf } from '../../../drafts/desk-moves.ts'
import { createDraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { storeInMemory } from '../../../drafts/drafts-harness.ts'
import { unwantedRepeat, sendingElsewhere } from '../../../drafts/repeated-draft.ts'
import { entryOf } from '../../../drafts/ledger/ledger-entry.ts'
import { sendPressed, type PressedDraft, type PressNews } from './send-pressed.ts'
import { unsentPresses } from './unsent-presses.ts'
import type { AnyRequest } from '../../../core/message/any-draft.ts'

const now = new Date('2026-11-23T10:42:00Z')

const contact = (contactId: string): Contact => ({
  contactId,
  channel: 'voice',
  state: 'connected',
  stateSince: 0,
  displayName: contactId,
})

const session = (currentContactId: string): ContactSession => ({
  status: 'ready',
  contacts: [contact('call'), contact('other')],
  currentContactId,
})

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  link: { type: 'related', contactId: 'call' },
  references: [],
  attributes: [],
}

/** The agent has typed a task for the call and pressed the button. The press waits for the rules. */
function pressed() {
  const drafts = createDraftsAtHand({ store: storeInMemory().store, blank: emptyDraft, onStore: () => {} })
  drafts.see(session('call'), 'away')
  const draft = frontOf(drafts.getSnapshot())
  drafts.attach(draft.id, () => ({ ...emptyDraft, name: request.name }))
  const sent: AnyRequest[] = []
  let isSentElsewhere = false
  const submissions: DraftSubmissions = createSubmissions<AnyRequest, AnyResult>({
    beforeSend: async (draftId) => {
      if (!isSentElsewhere) return
      submissions.of(draftId).withdraw()
      drafts.change((desk) => sendingElsewhere(desk, draftId, { firstSentAt: now.getTime() }))
    },
    send: async (attempt) => {
      sent.push(attempt.request)
      return { contactId: 'new-task', scheduledTime: null }
    },
    wait: async () => {},
    now: () => now.getTime(),
  })
  const sending = { current: { submissions, isBlocked: false } }
  const news = createSnapshotStore<PressNews>({})
  const buttonRef: PressedDraft['buttonRef'] = { current: { form: null } }
  const press = {
    draft,
    drafts,
    sending,
    news,
    buttonRef,
    leaveField: () => {},
    now: () => now,
  }
  return {
    drafts,
    draft,
    sent,
    sending,
    goOn: () => sendPressed(press, request),
    isRefused: () => sendPressed(press, undefined),
    news: news.getSnapshot,
    confirm: (confirmed: string) => news.set({ confirmed }),
    turnAway: () => {
      drafts.see(session('other'), 'away')
      buttonRef.current = null
    },
    unsent: () => [...unsentPresses(drafts).getSnapshot()],
    /** A second draft for the call was sent, and its answer was lost. */
    hasLostTheSame: () => {
      const attempt = { clientToken: 'lost', request }
      drafts.change((desk) => {
        const two = withNewDraft(desk, { contactChoice: 'listed', contact: contact('call') })
        const uncertain = [{ attempt, firstSentAt: now.getTime() }]
        return inFront(asked(two, two.frontId, { earlier: { latest: attempt, uncertain } }), draft.id)
      })
    },
    /** A second draft for the call waits because the browser is offline. */
    hasTheSameWaiting: () => {
      const latest = { clientToken: 'waiting', request }
      drafts.change((desk) => {
        const two = withNewDraft(desk, { contactChoice: 'listed', contact: contact('call') })
        const waiting = { earlier: { latest, uncertain: [] }, isUnderWay: true }
        return inFront(asked(two, two.frontId, waiting), draft.id)
      })
    },
    /** Another window is found to be sending other values of the draft. */
    sendsElsewhere: () => {
      isSentElsewhere = true
    },
    hasCreatedTheSame: () =>
      drafts.ledger.note(entryOf(request, { contactId: 'first', scheduledTime: null }, now)),
  }
}

describe('a press that waited for the rules', () => {
  it('is sent for the contact on which it was pressed, after the agent has turned to another', async () => {
    const { turnAway, goOn, sent, drafts, draft, unsent } = pressed()

    turnAway()
    await goOn()

    expect(frontOf(drafts.getSnapshot()).contact?.contactId).toBe('other')
    expect(drafts.getSnapshot().drafts.map(({ id }) => id)).toContain(draft.id)
    expect(sent).toEqual([request])
    expect(unsent()).toEqual([])
  })

  it('asks before it repeats a task', async () => {
    const { goOn, hasCreatedTheSame, sent, news } = pressed()

    hasCreatedTheSame()
    await goOn()

    expect(sent).toEqual([])
    expect(news().repeat).toMatchObject({ createdAt: now.getTime() })
  })

  it('asks before it sends what another draft has sent and lost the answer of', async () => {
    const { goOn, hasLostTheSame, sent, news } = pressed()

    hasLostTheSame()
    await goOn()

    expect(sent).toEqual([])
    expect(news().repeat).toMatchObject({ createdAt: now.getTime(), isInDoubt: true })
  })

  it('asks before it sends a draft that another window is sending with other values', async () => {
    const { goOn, sendsElsewhere, sent, news } = pressed()

    sendsElsewhere()
    await goOn()

    expect(sent).toEqual([])
    expect(news().repeat).toMatchObject({ createdAt: now.getTime(), isSentBefore: true })
  })

  it('says that such a draft was not sent, after the agent has turned to another contact', async () => {
    const { goOn, sendsElsewhere, turnAway, draft, unsent } = pressed()

    sendsElsewhere()
    turnAway()
    await goOn()

    expect(unsent()).toEqual([draft.id])
  })

  it('asks before it sends what another draft waits to send', async () => {
    const { goOn, hasTheSameWaiting, confirm, sent, news, drafts, draft } = pressed()

    hasTheSameWaiting()
    await goOn()
    expect(sent).toEqual([])
    expect(news().repeat).toMatchObject({ isWaiting: true })

    confirm(news().repeat?.fingerprint ?? '')
    await goOn()
    expect(sent).toEqual([request])
    expect(unwantedRepeat({ draftId: draft.id, drafts, now }, request)).toBeUndefined()
  })

  it('repeats a task that the agent wants once more', async () => {
    const { goOn, hasCreatedTheSame, confirm, sent, news } = pressed()

    hasCreatedTheSame()
    await goOn()
    confirm(news().repeat?.fingerprint ?? '')
    await goOn()

    expect(sent).toEqual([request])
    expect(news().repeat).toBeUndefined()
  })

  it.each<[string, (press: ReturnType<typeof pressed>) => Promise<void>]>([
    [
      'would repeat a task',
      async ({ hasCreatedTheSame, goOn }) => {
        hasCreatedTheSame()
        await goOn()
      },
    ],
    ['was refused by the rules', ({ isRefused }) => isRefused()],
    [
      'would be in the name of another agent',
      async ({ sending, goOn }) => {
        sending.current.isBlocked = true
        await goOn()
      },
    ],
  ])('says after the agent has turned away that nothing was sent, because it %s', async (_, happens) => {
    const press = pressed()
    const { drafts, draft, sent, turnAway, unsent } = press

    turnAway()
    await happens(press)

    expect(sent).toEqual([])
    expect(unsent()).toEqual([draft.id])
    movesOf(drafts).putInFront(draft.id)
    expect(unsent()).toEqual([])
  })

  it('neither sends nor mentions a draft that was discarded meanwhile', async () => {
    const { turnAway, goOn, drafts, draft, sent, unsent } = pressed()

    turnAway()
    movesOf(drafts).discard(draft.id)
    await goOn()

    expect(sent).toEqual([])
    expect(unsent()).toEqual([])
  })
})
