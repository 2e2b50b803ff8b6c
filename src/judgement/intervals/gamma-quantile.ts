/** The quantile of a gamma distribution of scale 1, from which those of chi-squared and of the normal follow. */

/** Enough terms for the series and the fraction below to settle at shapes up to ten million. */
const mostTerms = 100_000
const settled = 1e-16

/**
 * The value below which a share of a gamma distribution of scale 1 lies, to about 14 digits, by halving.
 * @param share from 0 up to, not including, 1
 * @param shape 0 or above; at 0 all of it lies on 0
 * @throws RangeError when either is outside of that
 * @example gammaQuantile(0.5, 1) // 0.693147…: half of the waiting times of a Poisson process are shorter
 */
export function gammaQuantile(share: number, shape: number): number {
  if (!(share >= 0 && share < 1) || !(shape >= 0 && Number.isFinite(shape)))
    throw new RangeError(`Cannot find the quantile ${share} of a gamma distribution of shape ${shape}`)
  if (share === 0 || shape === 0) return 0
  const logGammaOfNext = logGamma(shape + 1)
  const isBelow = (x: number) => lowerShare(x, shape, logGammaOfNext) < share
  let low = 0
  let high = shape + 1
  while (isBelow(high)) {
    low = high
    high *= 2
  }
  for (let step = 0; step < 1100 && high - low > high * 2 ** -51; step += 1) {
    const middle = low === 0 ? high / 4 : (low + high) / 2
    if (middle === low || middle === high) break
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The share of the distribution below x: a power series up to the middle, a continued fraction beyond it. */
function lowerShare(x: number, shape: number, logGammaOfNext: number): number {
  if (x <= 0) return 0
  const density = Math.exp(shape * Math.log(x) - x - logGammaOfNext)
  if (x < shape + 1) {
    let term = 1
    let sum = 1
    for (let n = 1; n < mostTerms && term > sum * settled; n += 1) {
      term *= x / (shape + n)
      sum += term
    }
    return density * sum
  }
  return 1 - density * shape * upperFraction(x, shape)
}

/** Legendre's continued fraction for the share above x, by the method of Lentz. */
function upperFraction(x: number, shape: number): number {
  const tiny = 1e-300
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < mostTerms; n += 1) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / notZero(a * d + b, tiny)
    c = notZero(b + a / c, tiny)
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < settled * 4) break
  }
  return fraction
}

const notZero = (value: number, tiny: number) => (Math.abs(value) < tiny ? tiny : value)

/** The logarithm of the gamma function above 0: Stirling's series, after stepping up to where it is exact to 16 digits. */
function logGamma(z: number): number {
  let shift = 0
  let at = z
  while (at < 20) {
    shift += Math.log(at)
    at += 1
  }
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift
}
