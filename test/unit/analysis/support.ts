import type { z } from 'zod';
import { accountSchema } from '../../../src/model/account.ts';
import { commitmentSchema } from '../../../src/model/commitment.ts';
import { decisionsSchema } from '../../../src/model/decision.ts';
import { kpiSettingsSchema } from '../../../src/model/kpi.ts';
import { sortBy } from '../../../src/model/order.ts';
import { personSchema, productsSchema } from '../../../src/model/person.ts';
import { phaseSchema } from '../../../src/model/phase.ts';
import { scoringSchema } from '../../../src/model/scoring.ts';
import { segmentationSchema } from '../../../src/model/segmentation.ts';
import { at, type SourceRef } from '../../../src/model/source.ts';
import { statementsSchema } from '../../../src/model/statement.ts';
import type { Sourced, Workspace } from '../../../src/model/workspace.ts';
import { workspaceSettingsSchema } from '../../../src/model/workspace-settings.ts';

type AccountInput = Partial<z.input<typeof accountSchema>>;

/** What a test says about a workspace, as YAML would; everything else takes the default of its schema. */
export interface WorkspaceInput {
  readonly settings?: Partial<z.input<typeof workspaceSettingsSchema>>;
  /** By id; the name is the id where none is given. */
  readonly accounts?: Readonly<Record<string, AccountInput>>;
  readonly people?: Readonly<Record<string, z.input<typeof personSchema>>>;
  readonly products?: z.input<typeof productsSchema>['products'];
  readonly statements?: z.input<typeof statementsSchema>;
  readonly scoring?: z.input<typeof scoringSchema>;
  readonly segments?: z.input<typeof segmentationSchema>;
  readonly commitment?: z.input<typeof commitmentSchema>;
  readonly phase?: z.input<typeof phaseSchema>;
  readonly kpis?: z.input<typeof kpiSettingsSchema>;
  readonly decisions?: z.input<typeof decisionsSchema>['decisions'];
}

const file = (name: string): SourceRef => ({ file: `data/${name}.yaml`, path: [] });

const sourced = <T extends object>(value: T, source: SourceRef): Sourced<T> => ({ ...value, source });

/** A workspace that has been through the schemas, with sources where the loader would put them. Period 2026-Q3, euros. */
export const workspaceOf = (input: WorkspaceInput = {}): Workspace => {
  const optional = <K extends string, S extends z.ZodType<object>>(
    key: K,
    schema: S,
    value: z.input<S> | undefined,
  ): Partial<Record<K, Sourced<z.output<S>>>> =>
    value === undefined
      ? {}
      : ({ [key]: sourced(schema.parse(value), file(`program/${key}`)) } as Record<K, Sourced<z.output<S>>>);

  const list = <T extends object>(items: readonly T[], source: SourceRef, key: string): Sourced<T>[] =>
    items.map((item, index) => sourced(item, at(source, key, index)));

  return {
    settings: sourced(
      workspaceSettingsSchema.parse({
        company: { name: 'Cales de Prueba, S.A.' },
        currency: 'EUR',
        period: '2026-Q3',
        ...input.settings,
      }),
      file('workspace'),
    ),
    accounts: sortBy(
      Object.entries(input.accounts ?? {}).map(([id, account]) => ({
        ...sourced(accountSchema.parse({ name: id, ...account }), file(`accounts/${id}`)),
        id,
      })),
      account => account.id,
    ),
    people: sortBy(
      Object.entries(input.people ?? {}).map(([id, person]) => ({
        ...sourced(personSchema.parse(person), file(`people/${id}`)),
        id,
      })),
      person => person.id,
    ),
    products: list(
      productsSchema.parse({ products: input.products ?? [] }).products,
      file('products'),
      'products',
    ),
    program: {
      ...optional('statements', statementsSchema, input.statements),
      ...optional('scoring', scoringSchema, input.scoring),
      ...optional('segments', segmentationSchema, input.segments),
      ...optional('commitment', commitmentSchema, input.commitment),
      ...optional('phase', phaseSchema, input.phase),
      ...optional('kpis', kpiSettingsSchema, input.kpis),
      decisions: list(
        decisionsSchema.parse({ decisions: input.decisions ?? [] }).decisions,
        file('program/decisions'),
        'decisions',
      ),
    },
  };
};
