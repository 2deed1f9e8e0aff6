/**
 * The id with `*` where it names something of one workspace: `account.aceros-montgo.score.total` → `account.*.score.total`,
 * `portfolio.segments.industry.members` → `portfolio.segments.*.members`.
 */
export const genericId = (id: string): string =>
  id
    .replace(/^account\.[a-z0-9-]+\./, 'account.*.')
    .replace(/^portfolio\.segments\.[a-z0-9-]+(\.by)\.[a-z0-9-]+/, 'portfolio.segments.*$1.*')
    .replace(/^portfolio\.segments\.[a-z0-9-]+/, 'portfolio.segments.*');
