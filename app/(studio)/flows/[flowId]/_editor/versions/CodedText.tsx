import type { ReactElement } from 'react';

/** A sentence in which what stands between backticks is a name from the flow. */
export function CodedText({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places.
          <code key={index} className="rounded bg-sunken px-1 font-mono text-[0.92em] wrap-anywhere">
            {part}
          </code>
        ),
      )}
    </>
  );
}
