import { MessageCirclePlus, SearchX, TriangleAlert, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { isMissing, problemOf } from '../../_trpc/problem-of';
import type { Simulation } from '../use-simulator';

type BeginState = Readonly<{ isPending: boolean; error: unknown }>;

const texts = words.simulator;

/** What the phone shows while there are no messages to show: a wait, a problem, or the first step; null when there are. */
export function insteadOfMessages(
  { contacts, flows, contactId, conversation }: Simulation,
  begin: BeginState,
  onBegin: (language: string) => void,
): ReactNode {
  if (conversation.data) return null;
  if (contacts.isError) return problem(contacts.error, contacts.refetch);
  if (flows.isError) return problem(flows.error, flows.refetch);
  if (isMissing(conversation.error)) {
    return instead(
      <Notice icon={SearchX} title={texts.missingTitle}>
        {texts.missingBody}
      </Notice>,
    );
  }
  if (conversation.isError) return problem(conversation.error, conversation.refetch);
  if (contacts.isPending || flows.isPending || contactId !== null) return instead(<Spinner label={texts.loading} />);
  const [flow] = flows.data;
  if (!flow) {
    return instead(
      <Notice icon={Workflow} title={texts.noFlowsTitle}>
        {texts.noFlowsBody}
      </Notice>,
    );
  }
  return instead(
    <Notice icon={MessageCirclePlus} title={texts.beginTitle}>
      <p>{texts.beginBody}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {flow.languages.map((code) => (
          <Button key={code} lang={code} disabled={begin.isPending} onClick={() => onBegin(code)}>
            {languageName(code)}
          </Button>
        ))}
      </div>
      {begin.error ? (
        <p role="alert" className="mt-3 text-danger">
          {problemOf(begin.error)}
        </p>
      ) : null}
    </Notice>,
  );
}

function problem(error: unknown, retry: () => unknown): ReactNode {
  return instead(
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problemTitle}
      action={<Button onClick={() => void retry()}>{words.problem.retry}</Button>}
    >
      {problemOf(error)}
    </Notice>,
  );
}

function instead(content: ReactNode): ReactNode {
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center overflow-y-auto bg-paper text-sm text-ink-soft">
      {content}
    </div>
  );
}
