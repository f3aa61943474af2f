import * as React from 'react'

/**
 * Read as a member: React 18 has no such export, and an import by name would fail there before the panel could say which
 * React it needs.
 */
export const { use } = React
