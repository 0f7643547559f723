import type { FakeClock } from './clock';
import type { Fields } from './field-problems';

export type ShelvedTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  category: string;
  status: string;
  reason: string | null;
  quality: string;
  components: readonly Fields[];
  /** When an approved one was last edited, by WhatsApp's clock. */
  editedAt: number | null;
};

/** What a review comes to; `none`: it takes longer than the test. */
export type Verdict = 'approve' | 'reject' | 'none';

type Options = {
  readonly clock: FakeClock;
  readonly later: (ms: number, action: () => void) => void;
  readonly tell: (field: string, value: Fields) => void;
};

/** The templates of the account, their reviews, and what Meta tells of both. */
export class TemplateShelf {
  readonly templates: ShelvedTemplate[] = [];
  /** How long a review takes. */
  reviewMs = 30;
  /** How many an account may have; one that is not verified has 250. */
  most = 250;
  private readonly verdicts = new Map<string, Verdict>();
  private readonly removals = new Map<string, number>();
  private readonly creations: number[] = [];
  private count = 0;

  constructor(private readonly options: Options) {}

  /** Orders what reviews of this template come to from now on; without an order they approve. */
  order(name: string, verdict: Verdict): void {
    this.verdicts.set(name, verdict);
  }

  find(name: string, language: string): ShelvedTemplate | undefined {
    return this.templates.find((template) => template.name === name && template.language === language);
  }

  findById(id: string): ShelvedTemplate | undefined {
    return this.templates.find((template) => template.id === id);
  }

  /** Whether so many were created in the last hour that Meta takes no more (100 an hour). */
  isTired(): boolean {
    const hourAgo = this.options.clock.now() - 3_600_000;
    return this.creations.filter((at) => at > hourAgo).length >= 100;
  }

  /** Whether the name was removed in the last 30 days. */
  isBeingRemoved(name: string): boolean {
    const at = this.removals.get(name);
    return at !== undefined && this.options.clock.now() - at < 30 * 86_400_000;
  }

  /** Puts one in, as if it had been made in WhatsApp Manager, with any status and without a review. */
  put(
    template: Pick<ShelvedTemplate, 'name' | 'language' | 'category' | 'components'>,
    status: string,
  ): ShelvedTemplate {
    this.count += 1;
    const id = `7${String(this.count).padStart(15, '0')}`;
    const shelved = { ...template, id, status, reason: null, quality: 'UNKNOWN', editedAt: null };
    this.templates.push(shelved);
    return shelved;
  }

  create(template: Pick<ShelvedTemplate, 'name' | 'language' | 'category' | 'components'>): ShelvedTemplate {
    this.creations.push(this.options.clock.now());
    const shelved = this.put(template, 'PENDING');
    this.review(shelved);
    return shelved;
  }

  edit(template: ShelvedTemplate, components: readonly Fields[]): void {
    if (template.status === 'APPROVED') template.editedAt = this.options.clock.now();
    Object.assign(template, { components, status: 'PENDING', reason: null });
    this.review(template);
  }

  /** Removes one language, or with no id all of them. Says how many went. */
  remove(name: string, id: string | null): number {
    const gone = this.templates.filter((template) => template.name === name && (id === null || template.id === id));
    for (const template of gone) this.templates.splice(this.templates.indexOf(template), 1);
    if (gone.length > 0 && id === null) this.removals.set(name, this.options.clock.now());
    return gone.length;
  }

  /** Changes a status and tells of it, as when customers have complained. */
  setStatus(template: ShelvedTemplate, status: string, details: Fields = {}): void {
    template.status = status;
    this.options.tell('message_template_status_update', {
      event: status,
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      message_template_category: template.category,
      reason: template.reason ?? 'NONE',
      ...details,
    });
  }

  private review(template: ShelvedTemplate): void {
    const verdict = this.verdicts.get(template.name) ?? 'approve';
    if (verdict === 'none') return;
    this.options.later(this.reviewMs, () => {
      if (template.status !== 'PENDING' || !this.templates.includes(template)) return;
      if (verdict === 'reject') template.reason = 'INVALID_FORMAT';
      this.setStatus(template, verdict === 'approve' ? 'APPROVED' : 'REJECTED');
    });
  }
}
