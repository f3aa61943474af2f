import type { World } from '../world/world.ts'

interface OtherFiles {
  readonly kind: 'other files'
  readonly text: string
  readonly detail: string
}

const failure = (text: string, detail: string): OtherFiles => ({ kind: 'other files', text, detail })

/** Each task has exactly the files with which the agent pressed Create, with the bytes that the agent chose. */
export function otherFiles({ place, files, told }: World): readonly OtherFiles[] {
  const { connect } = place
  const namesOf = (contactId: string) => connect.attachmentsOf(contactId).map(({ fileName }) => fileName)
  return [
    ...connect.tasks
      .filter(({ contactId, name }) => !files.isPressedWith(name, namesOf(contactId)))
      .map(({ contactId, name }) =>
        failure(name, `it has the files [${namesOf(contactId).join()}], and Create was pressed with others`),
      ),
    ...connect.tasks.flatMap(({ contactId, name }) =>
      connect
        .attachmentsOf(contactId)
        .filter(({ fileName, bytes }) => bytes?.toString() !== files.textOf(fileName))
        .map(({ fileName, state }) => failure(name, `“${fileName}” is ${state}, or has other bytes`)),
    ),
    ...told.flatMap(({ contactId, request }) => {
      const said = 'attachments' in request ? (request.attachments ?? []) : []
      const isSame = said.map((file) => file.name).join() === namesOf(contactId).join()
      return isSame || !connect.tasks.some((task) => task.contactId === contactId)
        ? []
        : [failure(contactId, 'the panel says that it was created with other files')]
    }),
  ]
}
