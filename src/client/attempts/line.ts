/** A place in the line. Leaving it lets the next one come. */
export interface Turn {
  readonly isFirst: boolean
  /** Resolves when it is the first in the line. */
  readonly comes: Promise<void>
  readonly leave: () => void
}

/** The attempts of one account: one is being sent, the others wait in their order. */
export interface Line {
  /** Calls `onPlace` at once and at each change with the number of attempts before this one, as long as there are any. */
  readonly enter: (onPlace: (before: number) => void) => Turn
}

interface Place {
  readonly onPlace: (before: number) => void
  readonly come: () => void
}

export function createLine(): Line {
  let places: readonly Place[] = []
  return {
    enter: (onPlace) => {
      let come: () => void
      const comes = new Promise<void>((resolve) => {
        come = resolve
      })
      const own = { onPlace, come: () => come() }
      places = [...places, own]
      const before = places.length - 1
      if (before === 0) own.come()
      else onPlace(before)
      return {
        isFirst: before === 0,
        comes,
        leave: () => {
          const left = places.indexOf(own)
          if (left === -1) return
          places = places.toSpliced(left, 1)
          for (const [index, place] of places.entries()) {
            if (index >= left && index > 0) place.onPlace(index)
          }
          if (left === 0) places[0]?.come()
        },
      }
    },
  }
}
