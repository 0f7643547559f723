/** Under this zoom small print can't be read: names are shown, large. */
const FAR_ZOOM = 0.42;

/** Whether the canvas is seen from far: a selector of React Flow's store that changes only when the zoom passes the line. */
export function isSeenFromFar(store: { readonly transform: readonly [number, number, number] }): boolean {
  return store.transform[2] < FAR_ZOOM;
}
