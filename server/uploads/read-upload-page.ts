import type { ProductFacts } from '@/prompts/facts/product-facts';
import { factsNow } from '../facts/read-facts';
import { findUploadLink, type UploadLink } from './store';
import { hashOfToken } from './token';

/** What the page of a link shows. */
export type UploadPage = {
  readonly lenderName: string;
  /** Null for a link that we never made: then nobody knows who reads it. */
  readonly language: string | null;
  readonly state: UploadLink['state'] | 'unknown';
  /** Named only while the link takes files. */
  readonly files: UploadLink['files'];
  readonly fileCount: number;
  /** What is to be shared, each part a heading and its papers, in the language of the link. */
  readonly papers: readonly { readonly title: string; readonly items: readonly string[] }[];
};

/** Reads the page of a token. */
export async function readUploadPage(token: string, now: Date): Promise<UploadPage> {
  const facts = await factsNow();
  const { lender_name: lenderName } = facts;
  const tokenHash = hashOfToken(token);
  const link = tokenHash === undefined ? undefined : await findUploadLink(tokenHash, now);
  if (!link) return { lenderName, language: null, state: 'unknown', files: [], fileCount: 0, papers: [] };
  const { language, state, files } = link;
  const isOpen = state === 'open';
  return {
    lenderName,
    language,
    state,
    files: isOpen ? files : [],
    fileCount: files.length,
    papers: isOpen ? paperTexts.flatMap((name) => readPapers(facts, name, language)) : [],
  };
}

/** Facts that are a line in bold and then a list. */
const paperTexts = ['documents_any', 'documents_property'];

function readPapers(facts: ProductFacts, name: string, language: string): UploadPage['papers'] {
  const texts = facts.texts[name];
  const [title, ...items] = (texts?.[language] ?? texts?.en ?? '').split('\n');
  if (!title) return [];
  return [{ title: title.replaceAll('*', ''), items: items.map((item) => item.replace(/^•\s*/, '')) }];
}
