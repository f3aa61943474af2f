import { iconPaths, type IconName } from './icon-paths.ts'

export interface IconProps {
  readonly name: IconName
  /** The icon points along the line, so it is mirrored where lines run from right to left. */
  readonly isDirectional?: boolean
}

/** An icon as high as the text beside it. The text names it, so screen readers skip it. */
export function Icon({ name, isDirectional }: IconProps) {
  return (
    <svg
      className="tl-icon"
      data-directional={isDirectional}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
