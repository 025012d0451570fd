/** Hands over what is being loaded, unless it has become stale by then: for an effect, with its way to end. */
export function whenLoaded<T>(
  loading: Promise<T>,
  take: (loaded: T) => void,
  fail: () => void = () => undefined,
): () => void {
  let isStale = false
  const hand = async (): Promise<void> => {
    try {
      const loaded = await loading
      if (!isStale) take(loaded)
    } catch (error) {
      reportError(error)
      if (!isStale) fail()
    }
  }
  void hand()
  return () => {
    isStale = true
  }
}
