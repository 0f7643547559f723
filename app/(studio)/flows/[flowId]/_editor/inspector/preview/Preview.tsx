import { ChevronDown, ChevronUp, Smartphone } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { FlowState } from '@/flows/schema/flow';
import { languageName as englishName } from '@/flows/schema/language-name';
import type { OutgoingContent } from '@/flows/schema/message';
import { languageName } from '../../../../../_language/language-name';
import { useEditor } from '../../editor-context';
import { useIsWide } from '../../use-is-wide';
import { useInspector, useInspectorStore } from '../form/form-context';
import { findState } from '../owners/find-state';
import type { Owner } from '../owners/owner';
import { PreviewMessage } from './PreviewMessage';
import { PreviewNotes } from './PreviewNotes';
import { messageAround, previewOf } from './preview-of';
import { contentOf, type Speaking, saidOnEntering } from './said-on-entering';

type Props = { readonly owner: Owner };
const texts = words.editor.inspector.preview;

/**
 * What WhatsApp will show: the message that the cursor is in, else what is said on coming here. It stays in sight. Parts of
 * the flow that say nothing have none.
 */
export function Preview({ owner }: Props): ReactElement | null {
  const store = useInspectorStore();
  const isWide = useIsWide();
  const isOpen = useInspector((state) => state.isPreviewOpen ?? isWide);
  const speaks = useEditor(({ flow }) => [...owner.usesOf(flow).values()].some((use) => use !== 'internal'));
  if (!speaks) return null;
  const Icon = isOpen ? ChevronDown : ChevronUp;
  return (
    <section aria-label={texts.title} className="shrink-0 border-t border-line bg-surface">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => store.setState({ isPreviewOpen: !isOpen })}
        className="flex min-h-9 w-full items-center gap-2 px-4 text-left text-sm font-medium"
      >
        <Smartphone aria-hidden className="size-4 text-ink-soft" />
        <span className="grow">{texts.title}</span>
        <Icon aria-hidden className="size-4 text-ink-soft" />
      </button>
      {isOpen ? <Screen owner={owner} /> : null}
    </section>
  );
}

function Screen({ owner }: Props): ReactElement {
  const edited = useInspector((state) => (state.edited?.owner === owner.key ? state.edited : null));
  const chosen = useEditor((state) => state.language);
  const base = useEditor(({ flow }) => flow.defaultLanguage);
  const root = useEditor(({ flow }) => owner.rootOf(flow));
  const state = useEditor(({ flow }) => stateOf(owner, (id) => findState(flow, id)));
  const wanted = edited?.language ?? chosen;
  const { title, make } = saidBy({ owner, root, state, path: edited?.path ?? null });
  const preview = previewOf(make, { wanted, base });
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields
    <div
      role="group"
      aria-label={texts.screen}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard
      tabIndex={0}
      className="flex max-h-[min(15rem,28dvh)] flex-col gap-2 overflow-y-auto bg-chat-wall px-4 py-3 outline-offset-[-2px]"
    >
      <p className="text-xs text-chat-meta">
        {title} · <span lang={wanted}>{languageName(wanted)}</span>
      </p>
      <div lang={preview.instead ?? wanted} className="flex flex-col gap-1">
        {preview.messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other name than their order
          <PreviewMessage key={index} message={message} isFirst={index === 0} />
        ))}
      </div>
      {title === texts.choose ? null : <PreviewNotes preview={preview} wanted={englishName(wanted)} />}
    </div>
  );
}

function stateOf({ place }: Owner, find: (id: string) => FlowState | undefined): FlowState | undefined {
  return place && 'state' in place ? find(place.state) : undefined;
}

type Shown = Readonly<{ owner: Owner; root: unknown; state: FlowState | undefined; path: string | null }>;
type Said = Readonly<{ title: string; make: (speaking: Speaking) => readonly OutgoingContent[] }>;

function saidBy({ owner, root, state, path }: Shown): Said {
  const message = path === null ? null : messageAround(root, path);
  if (message) return { title: texts.message, make: (speaking) => contentOf(message, owner.name, speaking) };
  if (state) return { title: texts.entering, make: (speaking) => saidOnEntering(state, speaking) };
  return { title: texts.choose, make: () => [] };
}
