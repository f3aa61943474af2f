import { useId } from 'react'
import { isOnItsWay, type FileOnItsWay } from '../../../../../client/uploads/upload-state.ts'
import { extensionOf } from '../../../../../core/fields/attachments/file-name.ts'
import { FieldError } from '../../../../controls/field.tsx'
import { Icon } from '../../../../controls/icons/icon.tsx'
import { useNewsInView } from '../../../../controls/use-news-in-view.ts'
import { useFormats, useLateMessages } from '../../../../late/late-messages.ts'
import { FileThumbnail } from './file-thumbnail.tsx'
import { useFocusInRow } from './use-focus-in-row.ts'

export interface FileRowActions {
  readonly cancel: () => void
  readonly retry: () => void
  readonly chooseAgain: () => void
  readonly takeName: (name: string) => void
  readonly remove: () => void
}

export interface FileRowProps {
  readonly position: number
  readonly file: FileOnItsWay
  readonly complaint: string | undefined
  /** A name that Connect accepts, if it does not accept the present one. */
  readonly offeredName: string | undefined
  readonly actions: FileRowActions
}

/** A file of the task: thumbnail, name, size, type, progress, and the agent's actions. */
export function FileRow({ position, file, complaint, offeredName, actions }: FileRowProps) {
  const words = useLateMessages().files
  const { name } = file
  const id = useId()
  const rowRef = useFocusInRow()
  useNewsInView(rowRef, file.state === 'failed')
  return (
    <li
      ref={rowRef}
      className="tl-file"
      data-state={file.state}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-facts`}
    >
      <FileThumbnail file={file.blob} extension={extensionOf(name)} />
      <span className="tl-file-name">
        <bdi id={`${id}-name`} title={withSigns(name)}>
          {withSigns(name)}
        </bdi>
      </span>
      <button
        type="button"
        className="tl-remove"
        aria-label={words.remove(position, name)}
        aria-describedby={complaint ? `${id}-error` : undefined}
        onClick={actions.remove}
      >
        <Icon name="close" />
      </button>
      <FileFacts id={`${id}-facts`} file={file} />
      {!complaint && <FileAction file={file} actions={actions} />}
      {isOnItsWay(file) && (
        <progress className="tl-file-progress" aria-label={words.progressOf(name)} value={file.progress} />
      )}
      {complaint && (
        <div className="tl-row-complaint">
          <FieldError id={`${id}-error`} error={complaint} />
          {offeredName === undefined ? (
            <FileAction file={file} actions={actions} />
          ) : (
            <button type="button" onClick={() => actions.takeName(offeredName)}>
              <span className="tl-offered-name">{words.offerName(offeredName)}</span>
            </button>
          )}
        </div>
      )}
    </li>
  )
}

function FileFacts({ id, file }: { readonly id: string; readonly file: FileOnItsWay }) {
  const words = useLateMessages().files
  const formats = useFormats()
  const { name, bytes, state, progress } = file
  const extension = extensionOf(name).toUpperCase()
  return (
    <span className="tl-file-facts" id={id}>
      <span>
        {extension && (
          <>
            <bdi>{extension}</bdi>
            <span>{' · '}</span>
          </>
        )}
        <bdi>{isTooLarge(file) ? formats.excessSize(bytes) : formats.fileSize(bytes)}</bdi>
      </span>
      <span className="tl-file-state">
        {state === 'done' && <Icon name="check" />}
        <span>{words.state[state](formats.percent(progress))}</span>
      </span>
    </span>
  )
}

/** The size is hidden beside this complaint: rounded, it could look as if it fits. */
const isTooLarge = ({ failure }: FileOnItsWay): boolean =>
  failure?.reason === 'refused' && failure.failure.issues.some(({ code }) => code === 'file-too-large')

/** Makes invisible characters visible as �. Some of them reverse the rest of a name: `gpj.exe` would look like `exe.jpg`. */
const withSigns = (name: string) => name.replaceAll(/\p{C}/gu, '\ufffd')

interface FileActionProps {
  readonly file: FileOnItsWay
  readonly actions: FileRowActions
}

/** The one action that the state of the file offers, beside removing it. */
function FileAction({ file, actions }: FileActionProps) {
  const words = useLateMessages().files
  const { name, state, failure } = file
  if (isOnItsWay(file)) {
    return <Action label={words.cancel} longLabel={words.cancelOf(name)} onPress={actions.cancel} />
  }
  if (state === 'cancelled' || failure?.canRetry) {
    return <Action label={words.retry} longLabel={words.retryOf(name)} onPress={actions.retry} />
  }
  // The panel no longer has the bytes: the agent must choose the file again.
  if (failure?.reason === 'missing' || failure?.reason === 'expired') {
    return (
      <Action label={words.chooseAgain} longLabel={words.chooseAgainOf(name)} onPress={actions.chooseAgain} />
    )
  }
  return null
}

interface ActionProps {
  readonly label: string
  /** The accessible name. It begins with the label. */
  readonly longLabel: string
  readonly onPress: () => void
}

const Action = ({ label, longLabel, onPress }: ActionProps) => (
  <button type="button" className="tl-quiet" aria-label={longLabel} onClick={onPress}>
    {label}
  </button>
)
