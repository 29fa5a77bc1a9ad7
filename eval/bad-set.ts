/** A file to evaluate on is not what it should be. Names the line, never its words. */
export class BadSet extends Error {
  override readonly name = 'BadSet'
}
