import { readdirSync, readFileSync } from 'node:fs';
import { scopeOf } from '@/flows/expressions/scope';
import { compileTemplate } from '@/flows/expressions/template';
import { checkDraft } from '@/flows/grounding/check-draft';
import { speaksToModel } from '@/flows/grounding/speaks-to-model';
import flow from '@/flows/library/loan-against-property.json';
import factsJson from '@/prompts/facts/loan-against-property.json';
import { languages } from '@/prompts/load-languages';

const facts: any = factsJson;
const nowMs = Date.parse('2026-11-26T11:00:00+05:30');
const timezone = 'Asia/Kolkata';
const slots: any = {
  loan_amount_needed: 8000000,
  property_value: 15000000,
  tenure_months: 180,
  monthly_income: 120000,
  property_location: 'Bengaluru',
};
const grounds = (language: string): any => ({ language, facts, slots, packs: languages, nowMs, timezone });
const extra: any = {
  property_type: 'house',
  loan_purpose: 'business',
  loan_max: 10500000,
  ltv_percent: 53.3,
  emi_estimate: 78779,
  reference: 'ABCDEF',
};
const scope = (() => {
  const m = new Map<string, any>(Object.entries({ ...slots, ...extra }));
  return scopeOf(m as any);
})();
const noCaution = {
  ...facts,
  texts: {
    ...facts.texts,
    caution: Object.fromEntries(Object.keys(facts.texts.caution).map((k) => [k, ''])),
    documents_safety: Object.fromEntries(Object.keys(facts.texts.caution).map((k) => [k, ''])),
  },
};
const render = (t: string, language: string) =>
  compileTemplate(t).render(scope, {
    language,
    defaultLanguage: 'en',
    timezone,
    nowMs,
    packs: languages,
    facts: noCaution,
  } as any).text;
const show = (ps: any) => ps.map((p: any) => `${p.code}«${p.text}»`).join(' ');
const mode = process.argv[2];
const codes = ['en', 'hi', 'kn', 'ta', 'te'];
if (mode === 'honest') {
  for (const l of codes) {
    let n = 0,
      bad = 0;
    for (const [name, t] of Object.entries<any>(facts.texts)) {
      if (name === 'caution' || name === 'documents_safety') continue;
      const d = render(t[l], l);
      n++;
      const ps = checkDraft(d, grounds(l));
      if (ps.length) {
        bad++;
        console.log(l, 'FACT', name, show(ps));
      }
    }
    const texts: any[] = [];
    const answers = new Set<string>();
    const walk = (o: any, inA: boolean) => {
      if (o && typeof o === 'object') {
        if (!Array.isArray(o) && typeof o.en === 'string' && o.hi) {
          texts.push(o);
          if (inA) answers.add(o[l]);
          return;
        }
        for (const [k, v] of Object.entries(o)) walk(v, inA || k === 'answers');
      }
    };
    walk(flow, false);
    for (const t of new Set(texts.map((t) => t[l]))) {
      const d = render(t, l);
      n++;
      const ps = checkDraft(d, grounds(l)).filter((p) => !(p.text === 'ABCDEF'));
      if (ps.length) {
        bad++;
        console.log(l, answers.has(t) ? 'ANSWER' : 'other', JSON.stringify(d.slice(0, 200)), show(ps));
      }
    }
    console.log(l, n, 'honest,', bad, 'refused');
  }
}
if (mode === 'drafts') {
  const list = JSON.parse(readFileSync(process.argv[3]!, 'utf8'));
  let bad = 0;
  const t0 = performance.now();
  for (const { language, draft, problems } of list) {
    const ps = checkDraft(draft, grounds(language));
    const got = [...new Set(ps.map((p) => p.code))].sort();
    if (JSON.stringify(got) !== JSON.stringify(problems)) {
      bad++;
      console.log(language, draft, '\n    want', problems.join(' '), '| got', show(ps));
    }
  }
  console.log(list.length, 'drafts', bad, 'differ', Math.round(performance.now() - t0), 'ms');
}
if (mode === 'attacks') {
  const packs = languages as any;
  const attacks = JSON.parse(readFileSync('/work/data/eval/attacks.json', 'utf8'));
  const missed = attacks.filter((a: any) => !speaksToModel(a.text, packs));
  for (const a of missed) console.log('MISSED', a.id, a.text);
  console.log(attacks.length, 'attacks', missed.length, 'missed');
  const dir = 'flows/understanding/testdata/held-out/development/';
  let n = 0;
  for (const f of readdirSync(dir))
    for (const line of readFileSync(dir + f, 'utf8')
      .trim()
      .split('\n')) {
      const t = JSON.parse(line);
      n++;
      if (speaksToModel(t.text, packs)) console.log('HIT', t.id, t.expected.intent, t.text);
    }
  for (const l of codes) {
    const u = JSON.parse(readFileSync(`prompts/languages/${l}/utterances.json`, 'utf8'));
    for (const [i, b] of Object.entries<any>(u))
      for (const t of [...(b.native ?? []), ...(b.latin ?? [])]) {
        n++;
        if (speaksToModel(t, packs)) console.log('UTT', l, i, t);
      }
  }
  console.log(n, 'messages');
  if (process.argv[3])
    for (const t of JSON.parse(readFileSync(process.argv[3]!, 'utf8'))) {
      const s = speaksToModel(t.text, packs);
      if (s !== t.speaks) console.log('OWN', t.speaks, t.text);
    }
}
