import { type CompositionEvent, type SyntheticEvent, useState } from 'react';

type Writable = HTMLInputElement | HTMLTextAreaElement;

export type ComposedText = {
  readonly value: string;
  readonly isComposing: boolean;
  /** Writes a text as if it had been typed. */
  readonly type: (text: string) => void;
  /** To spread on an input or a text area, together with `value`. */
  readonly handlers: {
    readonly onChange: (event: SyntheticEvent<Writable>) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: CompositionEvent<Writable>) => void;
  };
};

/** What a field shows, and the outside value that it has taken note of; null: not yet of the one after its own writing. */
type Local = Readonly<{ text: string; seen: string | null }>;

/**
 * The text of a field that an input method may compose in: nothing from outside touches it meanwhile, and it is written
 * when the composition ends. It follows the outside value whenever somebody else changes that, such as undo.
 */
export function useComposedText(value: string, write: (text: string) => void): ComposedText {
  const [local, setLocal] = useState<Local>({ text: value, seen: value });
  const [isComposing, setIsComposing] = useState(false);
  if (!isComposing && local.seen !== value) {
    setLocal({ text: local.seen === null ? local.text : value, seen: value });
  }
  const type = (text: string) => {
    write(text);
    setLocal({ text, seen: null });
  };
  return {
    value: local.text,
    isComposing,
    type,
    handlers: {
      onChange: (event) => {
        const text = event.currentTarget.value;
        if (isComposing) setLocal({ ...local, text });
        else type(text);
      },
      onCompositionStart: () => setIsComposing(true),
      onCompositionEnd: (event) => {
        setIsComposing(false);
        type(event.currentTarget.value);
      },
    },
  };
}
