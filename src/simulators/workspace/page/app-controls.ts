import { element } from '../../ccp/page/controls/element.ts'
import { permissions, type Permission } from './app-registration.ts'
import type { Workspace } from './workspace.ts'

/** Wires the controls for the app's registration, its opening and its failures. */
export function wireAppControls(workspace: Workspace, silence: (isSilent: boolean) => void) {
  const handling = element('handling', HTMLSelectElement)
  handling.addEventListener(
    'change',
    () => void workspace.handle(handling.value === 'CROSS_CONTACTS' ? 'CROSS_CONTACTS' : 'PER_CONTACT'),
  )
  wirePermissions(workspace)
  onClick('launch-idle', () => workspace.launch('idle'))
  onClick('launch-in-contact', () => workspace.launch('in-contact'))
  onClick('close-tab', workspace.closeTab)
  const silent = element('silent', HTMLInputElement)
  silent.addEventListener('change', () => silence(silent.checked))
}

function wirePermissions(workspace: Workspace) {
  const boxes = permissions.map((permission) => permissionBox(permission, workspace))
  element('permissions', HTMLDivElement).replaceChildren(...boxes.map(({ label }) => label))
  const permit = () =>
    workspace.permit(boxes.filter(({ box }) => box.checked).map(({ permission }) => permission))
  for (const { box } of boxes) box.addEventListener('change', permit)
}

function permissionBox(permission: Permission, workspace: Workspace) {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = workspace.registration().permissions.includes(permission)
  const label = document.createElement('label')
  label.className = 'check'
  label.append(box, ` ${permission === '*' ? '* (everything)' : permission}`)
  return { permission, box, label }
}

const onClick = (id: string, act: () => Promise<void>) =>
  element(id, HTMLButtonElement).addEventListener('click', () => void act())
