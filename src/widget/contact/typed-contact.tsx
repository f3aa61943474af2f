import { useState, type FormEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { TaskClientError } from '../../client/task-client-error.ts'
import { trimmedCode } from '../../core/text/invisible.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactIdShape } from '../../core/contact/contact-id-shape.ts'
import { DropDown } from '../controls/drop-down.tsx'
import { Field } from '../controls/field.tsx'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { linkedContactQuery } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

export interface TypedContactProps {
  /** Show the short words, because the line has no room for the long ones. */
  readonly isShort: boolean
  readonly onFound: (contact: Contact) => void
}

/** Links the draft to a contact by its ID when the CCP shows no contact. The proxy checks that the contact is the agent's. */
export function TypedContact({ isShort, onFound }: TypedContactProps) {
  const { client } = usePanelSetting()
  const { typedContact: words, failure: failureWords } = useLateMessages()
  const queries = useQueryClient()
  const [id, setId] = useState('')
  const [error, setError] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  async function link(form: Element): Promise<void> {
    const contactId = trimmedCode(id)
    if (!contactIdShape.test(contactId)) {
      setError(contactId === '' ? words.missing : words.malformed)
      return
    }
    setAsking(true)
    setError(undefined)
    try {
      const { channel } = await queries.fetchQuery(linkedContactQuery(client, contactId))
      const found = { contactId, channel, state: 'ended', stateSince: 0 } as const
      keepPlace(form, () => onFound(found), 'contact')
    } catch (failure) {
      setError(failureWords.words(failure instanceof TaskClientError ? failure.failure.code : 'unreadable'))
    } finally {
      setAsking(false)
    }
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isAsking) void link(event.currentTarget)
  }
  return (
    <DropDown label={words.title} summary={<span>{isShort ? words.short : words.title}</span>}>
      <form noValidate className="tl-inline" onSubmit={submit}>
        <Field label={words.label} error={error} hint={words.hint}>
          {(props) => (
            <input
              {...props}
              value={id}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              onChange={(event) => setId(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" aria-disabled={isAsking || undefined}>
          {words.link}
        </button>
      </form>
    </DropDown>
  )
}
