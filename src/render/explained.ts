import type { Card } from '../explain/card.ts';
import { fillCards, packCards } from './pack.ts';
import type { RenderedPage } from './renderer.ts';

/** A page with the explanations of what it shows; it is the same page without, but for those who ask. */
export const explained = <Page extends Pick<RenderedPage, 'html' | 'marked'>>(
  page: Page,
  cards: ReadonlyMap<string, Card>,
): Page => ({ ...page, html: fillCards(page.html, packCards(cards, page.marked)) });
