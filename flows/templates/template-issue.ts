/** Where a fault stands: a part, and for a button or a variable which one. */
export type TemplatePlace = Readonly<{
  part: 'name' | 'category' | 'header' | 'body' | 'variables' | 'footer' | 'buttons';
  index?: number;
}>;

/** What keeps a template from being submitted (`error`), or may get it refused (`warning`), in one sentence for people. */
export type TemplateIssue = Readonly<{
  severity: 'error' | 'warning';
  code: string; // noun.problem
  place: TemplatePlace;
  message: string;
}>;

export function error(code: string, place: TemplatePlace, message: string): TemplateIssue {
  return { severity: 'error', code, place, message };
}

export function warning(code: string, place: TemplatePlace, message: string): TemplateIssue {
  return { severity: 'warning', code, place, message };
}
