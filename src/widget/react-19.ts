import * as React from 'react'

/**
 * The exports of React that came with 19.2 or shortly before. They are read as members: an import by name would fail in
 * React 18 before the panel could say which React it needs.
 */
export const { use, useEffectEvent } = React
