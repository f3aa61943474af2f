import { useId, useState, type RefObject } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { frontOf, isUndecided, type Desk } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { isElement } from '../controls/dom-kinds.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { contactUndecided } from '../form-model/errors/form-path.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { chooserAct } from './chooser-key.ts'

export interface ContactChooserProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The list of contacts, to which a complaint about the choice leads. */
  readonly chooserRef: RefObject<HTMLDivElement | null>
}

/**
 * The list of contacts that the draft can be about. The control is transparent and lies over the line that shows the contact.
 * It is not a `select`: a closed `select` changes with each arrow key, and each change would show another draft.
 */
export function ContactChooser({ desk, drafts, chooserRef }: ContactChooserProps) {
  const id = useId()
  const words = useLateMessages().contactChoice
  // Drafts of a task and of a message both have the field `link`.
  const { control } = useFormContext<Pick<TaskDraft, 'link'>>()
  const { errors } = useFormState({ control, name: 'link' })
  const choiceError = errors.link?.type === contactUndecided ? errors.link.message : undefined
  const [active, setActive] = useState<number>()
  const { contact } = frontOf(desk)
  const contacts = choicesOf(desk)
  const isUnchosen = isUndecided(desk)
  if (contacts.length < 2 && !isUnchosen) return null
  // The first row stands for "no contact".
  const rows = [undefined, ...contacts]
  const chosen = rows.findIndex((each) => each?.contactId === contact?.contactId)
  const errorId = `${id}-error`
  const shown = contact ? words.option(contact) : words.none
  const choose = (chooser: Element, index: number) => {
    setActive(undefined)
    if (isUnchosen || index !== chosen)
      keepPlace(chooser, () => movesOf(drafts).choose(rows[index]), 'chooser', 'contact')
  }
  return (
    <>
      <div
        ref={chooserRef}
        className="tl-chooser"
        role="combobox"
        tabIndex={0}
        aria-label={words.label}
        aria-haspopup="listbox"
        aria-expanded={active !== undefined}
        aria-controls={active === undefined ? undefined : id}
        aria-activedescendant={active === undefined ? undefined : rowId(id, active)}
        onClick={() => setActive(active === undefined ? Math.max(chosen, 0) : undefined)}
        onBlur={() => setActive(undefined)}
        onKeyDown={(event) => {
          const act = chooserAct(event, { active, count: rows.length })
          if (act === undefined) return
          event.preventDefault()
          if (act === 'open') setActive(Math.max(chosen, 0))
          else if (act === 'close') setActive(undefined)
          else if (typeof act === 'number') setActive(act)
          else if (active !== undefined) choose(event.currentTarget, active)
        }}
        {...(choiceError ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
      >
        <span className="tl-visually-hidden">{isUnchosen ? words.first : shown}</span>
      </div>
      <Icon name="chevron" />
      {active !== undefined && (
        <ContactRows
          {...{ id, rows, active }}
          chosen={isUnchosen ? undefined : chosen}
          onChoose={(index) => {
            const { current: chooser } = chooserRef
            if (chooser) choose(chooser, index)
          }}
        />
      )}
      {/* For screen readers only: the line below the list shows the same complaint. */}
      <span id={errorId} className="tl-visually-hidden">
        {choiceError}
      </span>
    </>
  )
}

interface ContactRowsProps {
  readonly id: string
  readonly rows: readonly (Contact | undefined)[]
  /** The highlighted row. */
  readonly active: number
  readonly chosen: number | undefined
  readonly onChoose: (index: number) => void
}

const rowId = (id: string, index: number): string => `${id}-${index}`

/** The open list. The control keeps the focus. */
function ContactRows({ id, rows, active, chosen, onChoose }: ContactRowsProps) {
  const words = useLateMessages().contactChoice
  return (
    // The control handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className="tl-menu tl-contacts"
      role="listbox"
      tabIndex={-1}
      aria-label={words.label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ target }) => {
        const row = isElement(target) && target.closest('[role="option"]')
        const index = row ? rows.findIndex((_, at) => rowId(id, at) === row.id) : -1
        if (index !== -1) onChoose(index)
      }}
    >
      {rows.map((each, index) => (
        <div
          key={each?.contactId ?? ''}
          id={rowId(id, index)}
          role="option"
          aria-selected={index === chosen}
          data-active={index === active || undefined}
        >
          <Icon name={each?.channel ?? 'person'} />
          <span>
            <bdi>{each ? words.who(each) : words.none}</bdi>
            {/* A contact without a name has its channel in the first line. */}
            {each?.displayName !== undefined && (
              <>
                <span className="tl-visually-hidden"> · </span>
                <span className="tl-hint">{words.id(each)}</span>
              </>
            )}
          </span>
          {index === chosen && <Icon name="check" />}
        </div>
      ))}
    </div>
  )
}

/** The contacts in the CCP, and the draft's own after it has left the CCP: its id can still be linked. */
function choicesOf(desk: Desk): readonly Contact[] {
  const { contact } = frontOf(desk)
  const contacts = desk.isReady ? desk.contacts : []
  if (!contact || contacts.some(({ contactId }) => contactId === contact.contactId)) return contacts
  return [...contacts, contact]
}
