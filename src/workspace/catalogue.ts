/** Everything that this layer can report: one constructor a code, so that a code always comes with the same words. */
export * from './catalogue/account-plan.ts';
export * from './catalogue/brand.ts';
export * from './catalogue/consistency.ts';
export * from './catalogue/kpis.ts';
export * from './catalogue/lifetime.ts';
export * from './catalogue/orders.ts';
export * from './catalogue/plausibility.ts';
export * from './catalogue/programme.ts';
export * from './catalogue/relation.ts';
export type { WorkspaceCode } from './catalogue/report.ts';
export * from './catalogue/shape.ts';
export * from './catalogue/text.ts';
