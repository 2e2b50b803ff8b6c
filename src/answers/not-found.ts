/** What was asked for is not in the register, as it was known on that day. */
export class NotFound extends Error {
  override name = 'NotFound'
}
