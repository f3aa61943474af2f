import { KeyList } from './key-list.tsx'
import styles from './key-list.css?inline'

/** The list of keys, loaded when an agent asks for it. */
export const keyListChunk = { KeyList, styles } as const
