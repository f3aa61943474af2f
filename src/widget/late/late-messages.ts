import { lateMessages, type LateMessages } from '../../i18n/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'

/** The words of the late parts; they come with them. */
export const useLateMessages = (): LateMessages => lateMessages[usePanelSetting().messages.language]
