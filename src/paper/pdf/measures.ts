/** Sizes of the page that data and template agree on, in points. */
/** Margins of the page at left and right: narrower on a landscape page, which holds many columns. */
export const margin = { portrait: 56, landscape: 44 } as const

/** Width of the text on an A4 page. */
export const pageRoom = { portrait: 595.27 - 2 * margin.portrait, landscape: 841.89 - 2 * margin.landscape } as const

/** Margins at the top and at the foot, where the page's number stands. */
export const above = 32
export const below = 46

/** Height of the text on a landscape page. */
export const cardHeight = 595.27 - above - below

/** Size of symbols and notes at the end. */
export const noteText = 10
