/** Sizes of the page that data and template agree on, in points. */
/** Margins of the page at left and right. */
export const margin = 56

/** Width of the text on an A4 page. */
export const pageRoom = { portrait: 595.27 - 2 * margin, landscape: 841.89 - 2 * margin } as const

/** Margins at the top and at the foot, where the page's number stands. */
export const above = 38
export const below = 50

/** Height of the text on a landscape page. */
export const cardHeight = 595.27 - above - below
