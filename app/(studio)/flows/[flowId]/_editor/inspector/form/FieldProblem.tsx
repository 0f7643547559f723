import type { ReactElement } from 'react';

/** Why what stands in a field is not taken. It is announced at once. */
export function FieldProblem({
  id,
  text,
}: {
  readonly id?: string;
  readonly text: string | null;
}): ReactElement | null {
  if (text === null) return null;
  return (
    <p id={id} role="alert" className="text-xs text-danger">
      {text}
    </p>
  );
}
