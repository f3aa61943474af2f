import * as React from 'react'

/**
 * Not imported by name: React 18 does not export `use`, so the import would fail before the panel could say that it needs React
 * 19.
 */
export const { use } = React
