import { expect, it } from 'vitest';
import { svgOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { trail } from './programme-fixture.ts';
import {
  efforts,
  elements,
  kpiCosts,
  loads,
  ownSkills,
  path,
  pays,
  phaseHistory,
  returns,
  skillGaps,
  stages,
} from './review-fixture.ts';

const all = [elements(), phaseHistory(), stages(), path(), loads(), efforts(), skillGaps(), ownSkills()];
const input = inputOf(analysisOf(...all, trail(), kpiCosts(), returns(), pays('kam.rodrigo.incentives')), {
  kam: 'rodrigo',
});

it.each([
  ...['adoption', 'congruence', 'depth', 'effort-split', 'incentives', 'kpi-cost-benefit'],
  ...['load', 'phase-timeline', 'programme-return', 'skills', 'skills-heatmap'],
])('%s says of which row each of its marks is', async name => {
  expect(await svgOf(name, input)).toMatch(/ data-marks="\d/);
});
