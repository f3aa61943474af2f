/** Characters in a client token (Connect API, `ClientToken`). */
export const clientTokenLimit = 500
