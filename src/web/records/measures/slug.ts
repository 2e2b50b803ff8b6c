/** The name of a measure in an address. @example measureSlug('ASCOF 2E LD') // 'ascof-2e-ld' */
export const measureSlug = (measure: string): string => measure.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
