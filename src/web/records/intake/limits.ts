/** The most bytes of all files of an upload together: a large council's year is some 300 MB, and compressed a tenth of it. */
export const mostBytes = 2 * 1024 ** 3

/** The most files of one upload. */
export const mostFiles = 40
