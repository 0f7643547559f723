import {
  Copy,
  ExternalLink,
  FileText,
  Image as ImageIcon,
  List,
  type LucideIcon,
  Phone,
  Reply,
  Video,
} from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import { replaceNames, type TemplateContent, type TemplateTap } from '@/flows/templates/template-content';
import { templateLimits } from '@/flows/templates/template-limits';
import { Bubble } from './Bubble';
import { MessageText } from './MessageText';

const texts = words.templates;

type Props = { readonly content: TemplateContent; readonly language: string };

/** What the phone of a customer shows, with the sample values. */
export function TemplatePreview({ content, language }: Props): ReactElement {
  const [at] = useState(() => new Date().toISOString());
  const { header, body, variables, footer, buttons } = content;
  const filled = replaceNames(body, (name) => variables.find((one) => one.name === name)?.sample || undefined);
  return (
    <section aria-label={texts.preview} className="self-start rounded-2xl bg-chat-wall py-4 lg:sticky lg:top-4">
      <Bubble
        by="business"
        isFirst
        at={at}
        language={language}
        tick={null}
        below={<Taps buttons={buttons} language={language} />}
      >
        {header === null ? null : <Head header={header} />}
        {filled.trim() === '' ? (
          <p className="text-chat-meta italic" lang="en">
            {texts.nothingYet}
          </p>
        ) : (
          <MessageText text={filled} />
        )}
        {footer === '' ? null : <p className="mt-1 text-xs text-chat-meta">{footer}</p>}
      </Bubble>
    </section>
  );
}

function Head({ header }: { readonly header: NonNullable<TemplateContent['header']> }): ReactElement {
  if (header.type === 'text') {
    const text = replaceNames(header.text, () => header.sample || undefined);
    return <p className="font-semibold wrap-anywhere">{text}</p>;
  }
  const Icon = headIcons[header.type];
  return (
    <div className="mb-1 flex h-28 items-center justify-center rounded-md bg-sunken text-ink-faint">
      <Icon role="img" aria-label={texts.headers[header.type]} className="size-8" />
    </div>
  );
}

const headIcons = { image: ImageIcon, video: Video, document: FileText } as const;

type TapsProps = { readonly buttons: readonly TemplateTap[]; readonly language: string };

/** With more than three a phone shows two, and the way to all. */
function Taps({ buttons, language }: TapsProps): ReactElement | null {
  if (buttons.length === 0) return null;
  const isLong = buttons.length > templateLimits.buttonsInSight;
  const shown = isLong ? buttons.slice(0, 2) : buttons;
  return (
    <ul className="mt-0.5 flex flex-col gap-0.5">
      {shown.map((tap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its place
        <Tap key={index} icon={tapIcons[tap.type]} language={language}>
          {tap.type === 'copyCode' ? texts.copyCode : tap.label}
        </Tap>
      ))}
      {isLong ? (
        <Tap icon={List} language="en">
          {texts.allOptions}
        </Tap>
      ) : null}
    </ul>
  );
}

const tapIcons = { quickReply: Reply, url: ExternalLink, phone: Phone, copyCode: Copy } as const;

type TapProps = { readonly icon: LucideIcon; readonly language: string; readonly children: string };

function Tap({ icon: Icon, language, children }: TapProps): ReactElement {
  return (
    <li
      lang={language}
      className="flex min-h-10 w-full items-center justify-center gap-2 rounded-lg bg-chat-in px-3 py-1.5 text-center text-sm font-medium text-chat-action shadow-card"
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </li>
  );
}
