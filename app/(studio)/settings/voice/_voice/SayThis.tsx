import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { audioUrl } from './audio-url';

const texts = words.voice;
const LONGEST_TEXT = 500;

const languages = ['en', 'hi', 'kn', 'ta', 'te'] as const;
type Language = (typeof languages)[number];

/** Says a text with the voice that customers hear. */
export function SayThis(): ReactElement {
  const [language, setLanguage] = useState<Language>('en');
  const [text, setText] = useState<string>(texts.examples.en);
  const [url, setUrl] = useState<string | null>(null);
  const saying = useMutation(
    useTRPC().speech.say.mutationOptions({
      onSuccess: (said) => {
        if (url !== null) URL.revokeObjectURL(url);
        setUrl(said.ok ? audioUrl(said.audio, said.mimeType) : null);
      },
    }),
  );
  const refusal = saying.error ? problemOf(saying.error) : saying.data?.ok === false ? saying.data.detail : null;
  return (
    <form
      aria-label={texts.try}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate({ text, language });
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={texts.language}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(value) }))}
          onChange={(chosen) => {
            setLanguage(chosen);
            if (text === texts.examples[language]) setText(texts.examples[chosen]);
          }}
          className="w-32"
        />
        <TextField
          label={texts.text}
          lang={language}
          required
          maxLength={LONGEST_TEXT}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="flex-1 basis-64"
        />
        <Button type="submit" isBusy={saying.isPending}>
          {texts.say}
        </Button>
      </div>
      {refusal === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notSaid} {refusal}
        </p>
      )}
      {saying.data?.ok && url !== null ? <Said url={url} spoken={saying.data.spoken} language={language} /> : null}
    </form>
  );
}

type SaidProps = { readonly url: string; readonly spoken: string; readonly language: Language };

function Said({ url, spoken, language }: SaidProps): ReactElement {
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands below it. */}
      <audio controls autoPlay src={url} aria-label={texts.recording} className="w-full max-w-md" />
      <p className="text-sm text-ink-soft wrap-anywhere">
        {texts.spoken}: <span lang={language}>{spoken}</span>
      </p>
    </div>
  );
}
