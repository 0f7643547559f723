/** Lets works pass one after the other, in the order in which they came. */
export function oneAtATime(): { readonly run: <Result>(work: () => Promise<Result>) => Promise<Result> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined); // whoever waits for it hears of the failure
      return mine;
    },
  };
}
