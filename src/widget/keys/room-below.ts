import { shownPart, watchShownPart } from '../controls/shown-part.ts'

/** Keeps `--tl-room` of an element up to date: the height that fits below its top. It depends on the page around the panel. */
export const keepRoomBelow = (element: HTMLElement): (() => void) =>
  watchShownPart(element, () => {
    const roomPx = shownPart(element).bottomPx - element.getBoundingClientRect().top
    element.style.setProperty('--tl-room', `${roomPx}px`)
  })
