/** The value below which a share of the values lie. @example quantile([1, 2, 3], 0.5) // 2 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds with as many decimals as they deserve. */
export function ms(value: number): string {
  return `${value >= 100 ? Math.round(value) : value.toFixed(value >= 10 ? 1 : 2)} ms`
}

/** Seconds from milliseconds. */
export function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`
}

/** How long each of several runs takes, after some to warm up. */
export async function timed(runs: number, work: () => unknown, warm = Math.ceil(runs / 5)): Promise<number[]> {
  for (let run = 0; run < warm; run += 1) await work()
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken
}

/** The median and 95th percentile, in words. */
export function spread(taken: readonly number[]): string {
  return `median ${ms(quantile(taken, 0.5))}, p95 ${ms(quantile(taken, 0.95))}`
}

/** Bytes in thousands. @example kilobytes(5120) // '5.1 kB' */
export function kilobytes(bytes: number): string {
  const thousands = bytes / 1000
  return `${thousands >= 100 ? Math.round(thousands).toLocaleString('en-GB') : thousands.toFixed(1)} kB`
}

/** A ratio in words. @example times(2.5) // '2.5 times' */
export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(ratio >= 1 ? 1 : 2)} times`
}
