import * as say from '../src/manifest/catalogue.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';

const period = '2026-Q3';
const plan = 'account-plan/aceros-norte.es-ES.pdf';

/** Made by the constructors of the check of what was built. */
export const freshExamples: readonly Diagnostic[] = [
  say.noManifest(period),
  say.unreadableManifest(period),
  say.stale(
    period,
    [plan, 'index.es-ES.html', 'strategic-review.es-ES.html', 'strategic-review.es-ES.pdf'],
    [{ path: 'data/accounts/aceros-norte.yaml', how: 'changed' }],
    false,
  ),
  say.otherVersion(period, [plan], '0.1.0', '0.2.0'),
  say.missing(period, [plan]),
  say.changedByHand(period, plan),
  say.unexpected(period, plan),
  say.notPlanned(period, [plan]),
  say.notReproduced(period, plan),
];
