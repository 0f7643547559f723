import { z } from 'zod';
import { type CampaignPlan, emptyPlan } from '../../campaigns/plan/campaign-plan';
import { audienceTag, templateName } from './campaign-audience';
import { askStudio, type StudioDoor } from './studio';

/** Drafts a campaign to everybody in the audience and launches it, through the studio; gives its id. */
export async function launchCampaign(studio: StudioDoor): Promise<string> {
  const created = saved.parse(
    await askStudio(studio, 'campaigns.create', { name: 'Bench', channel: 'whatsapp', trigger: null }),
  );
  const { id } = created;
  const revision = { id, revision: created.revision };
  const changed = saved.parse({
    id,
    ...draft.parse(await askStudio(studio, 'campaigns.save', { ...revision, name: 'Bench', plan })),
  });
  await askStudio(studio, 'campaigns.launch', { id, revision: changed.revision });
  return id;
}

const draft = z.object({ revision: z.number() });
const saved = draft.extend({ id: z.string() });

const plan: CampaignPlan = {
  ...emptyPlan,
  audience: { type: 'segment', filter: { rules: [{ field: 'tag', operator: 'is', values: [audienceTag] }] } },
  variants: [{ id: 'A', share: 100, template: templateName, variables: [{ en: '{{ name }}' }] }],
};
