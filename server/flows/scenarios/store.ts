import { type Scenario, scenario as scenarioSchema } from '@/flows/scenarios/scenario';
import { getPrisma } from '../../db/client';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { log } from '../../log';

export type RecordedScenario = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly scenario: Scenario;
};

/** The scenarios recorded for a flow, oldest first. One that can't be read any more is left out and logged. */
export async function selectScenarios(flowId: string): Promise<readonly RecordedScenario[]> {
  const rows = await getPrisma().flowScenario.findMany({
    where: { flowId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, name, createdAt, document }) => {
    const read = scenarioSchema.safeParse(document);
    if (read.success) return [{ id, name, createdAt: createdAt.toISOString(), scenario: { ...read.data, name } }];
    log.warn({ scenarioId: id, flowId }, 'scenario.unreadable');
    return [];
  });
}

export async function selectScenarioNames(flowId: string): Promise<readonly string[]> {
  const rows = await getPrisma().flowScenario.findMany({ where: { flowId }, select: { name: true } });
  return rows.map(({ name }) => name);
}

/** Says false, and keeps nothing, when the flow has a scenario of this name. */
export async function insertScenario(id: string, flowId: string, scenario: Scenario): Promise<boolean> {
  const { count } = await getPrisma().flowScenario.createMany({
    data: { id, flowId, name: scenario.name, document: JSON.parse(storableJson(scenario)) },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function isFlow(flowId: string): Promise<boolean> {
  return (await getPrisma().flow.count({ where: { id: flowId } })) === 1;
}

export type Renaming = 'renamed' | 'taken' | 'missing';

/** Says `taken`, and changes nothing, when another scenario of the flow has this name. */
export async function updateScenarioName(id: string, name: string): Promise<Renaming> {
  const { rows } = await getPool().query<{ readonly renamed: boolean }>(
    `WITH renamed AS (
       UPDATE flow_scenarios s SET name = $2 WHERE s.id = $1 AND NOT EXISTS
         (SELECT 1 FROM flow_scenarios o WHERE o.flow_id = s.flow_id AND o.name = $2 AND o.id <> s.id)
       RETURNING id
     ) SELECT EXISTS (SELECT 1 FROM renamed) AS renamed FROM flow_scenarios WHERE id = $1`,
    [id, name],
  );
  if (!rows[0]) return 'missing';
  return rows[0].renamed ? 'renamed' : 'taken';
}

/** Says whether there was one. */
export async function deleteScenario(id: string): Promise<boolean> {
  const { count } = await getPrisma().flowScenario.deleteMany({ where: { id } });
  return count === 1;
}
