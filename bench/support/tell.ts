/** Says what was measured, and the figure that it should meet. */
export type Tell = (what: string, measured: string, goal?: string) => void
