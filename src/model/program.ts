import type { z } from 'zod';
import { adoptionSchema } from './adoption.ts';
import { changesSchema } from './change.ts';
import { commitmentSchema } from './commitment.ts';
import { congruenceSchema } from './congruence.ts';
import { decisionsSchema } from './decision.ts';
import { incentivesSchema } from './incentives.ts';
import { kpiSettingsSchema } from './kpi.ts';
import { lifetimeSchema } from './lifetime.ts';
import { phaseSchema } from './phase.ts';
import { rationalisationSchema } from './rationalisation.ts';
import { relationshipSchema } from './relationship.ts';
import { resourcesSchema } from './resources.ts';
import { scoringSchema } from './scoring.ts';
import { segmentationSchema } from './segmentation.ts';
import { skillsSchema } from './skills.ts';
import type { Sourced } from './source.ts';
import { statementsSchema } from './statement.ts';

/** The files of the programme, `data/program/<name>.yaml`, each of them optional, with what they hold. A new one is a line here. */
export const programSchemas = {
  statements: statementsSchema,
  scoring: scoringSchema,
  segments: segmentationSchema,
  commitment: commitmentSchema,
  adoption: adoptionSchema,
  congruence: congruenceSchema,
  changes: changesSchema,
  phase: phaseSchema,
  lifetime: lifetimeSchema,
  kpis: kpiSettingsSchema,
  resources: resourcesSchema,
  skills: skillsSchema,
  incentives: incentivesSchema,
  rationalisation: rationalisationSchema,
  decisions: decisionsSchema,
  relationship: relationshipSchema,
} as const;
export type ProgramName = keyof typeof programSchemas;
export const programNames = Object.keys(programSchemas) as readonly ProgramName[];

/** What the files of the programme say, by name; absent where there is no such file. */
export type Program = {
  readonly [Name in ProgramName]?: Sourced<z.infer<(typeof programSchemas)[Name]>>;
};
