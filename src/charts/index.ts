import type { Chart } from './chart.ts';
import { kaism } from './kaism.ts';
import { quarters } from './quarters.ts';
import { revenueCurve } from './revenue-curve.ts';

/** Every chart that a notebook can name. */
export const charts: readonly Chart[] = [kaism, quarters, revenueCurve];

const byName = new Map(charts.map(chart => [chart.name, chart]));

export const chartNamed = (name: string): Chart | undefined => byName.get(name);
