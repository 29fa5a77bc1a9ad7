/** Time as a port, so that weeks pass in a test. */
export interface Clock {
  now(): Date
}
