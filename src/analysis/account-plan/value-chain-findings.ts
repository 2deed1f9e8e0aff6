import type { Finding } from '../../model/finding.ts';
import { amount, choice, count, figure, findingAbout, quoted } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { accountChains, isFirm } from './value-chain.ts';
import { sumOf } from './worth.ts';

/** What the links are worth to the customer, and which of its priorities nothing serves. */
export const chainFindings = (scope: Scope): readonly Finding[] =>
  scope.of(accountChains).map(({ customer, links, priorities, value, served }) => {
    // An idea serves nothing yet: what counts is agreed or in place.
    const open = priorities.filter(({ state }) => !isFirm(state)).map(({ priority }) => priority.title);
    const agreed = sumOf(
      links.flatMap(({ link, value: worth }) => (link.state === 'agreed' ? [worth] : [])),
    ).total;
    return findingAbout(
      customer.id,
      'account.value-chain',
      open.length > 0 ? 'attention' : value.total === undefined ? 'notable' : 'good',
      40,
      ['value-chain.links', 'value-chain.value', 'value-chain.served'],
      {
        links: count(links.length),
        known: choice(value.total === undefined ? 'no' : 'yes'),
        value: figure(`account.${customer.id}.value-chain.value`),
        hasAgreed: choice(agreed === undefined ? 'no' : 'yes'),
        agreed: amount(scope, agreed),
        valued: count(value.coverage.n),
        firm: count(value.coverage.of),
        priorities: count(priorities.length),
        served: count(served.n),
        unserved: count(open.length),
        unservedTexts: quoted(open),
      },
    );
  });
