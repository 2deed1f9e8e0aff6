import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../../src/preview/request.ts';

const asked = (changes: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  target: '/2026-Q3/index.es-ES.html',
  host: '127.0.0.1:4870',
  origin: undefined,
  site: 'none',
  ...changes,
});
const refusal = (changes: Partial<Asked>): unknown => {
  const understood = understand(asked(changes), 4870);
  return 'refused' in understood ? understood.refused : understood.wanted;
};

test('a document is asked for by the path that the build gives it', () => {
  expect(understand(asked({ target: '/2026-Q3/account-plan/aceros-montgo.es-ES.pdf' }), 4870)).toEqual({
    wanted: {
      kind: 'document',
      address: {
        path: '2026-Q3/account-plan/aceros-montgo.es-ES.pdf',
        period: '2026-Q3',
        name: 'account-plan/aceros-montgo.es-ES',
        format: 'pdf',
      },
    },
  });
  expect(refusal({ target: '/' })).toEqual({ kind: 'start' });
  expect(refusal({ target: '/events?page=/2026-Q3/index.en.html&version=0af' })).toMatchObject({
    kind: 'events',
    version: '0af',
    address: { name: 'index.en' },
  });
  expect(refusal({ target: '/events?page=/&version=' })).toEqual({ kind: 'events', version: '' });
  expect(refusal({ target: '/cards?page=/2026-Q3/index.en.html&version=0af' })).toMatchObject({
    kind: 'cards',
    version: '0af',
    address: { name: 'index.en' },
  });
});

test.each(['127.0.0.1:4870', 'localhost:4870', 'LOCALHOST:4870'])('this machine may call itself %s', host => {
  expect(refusal({ host })).toMatchObject({ kind: 'document' });
});

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:4870',
  '127.0.0.1',
  '127.0.0.1:4871',
  '127.0.0.1:4870.evil.example',
  'localhost.evil.example:4870',
  '127.0.0.1:4870@evil.example',
  '0.0.0.0:4870',
  '[::1]:4870',
])('another name that leads here is refused: %s', host => {
  expect(refusal({ host })).toBe(421);
});

test.each([
  'http://evil.example',
  'https://127.0.0.1:4870',
  'http://127.0.0.1:3000',
  'http://127.0.0.1:4870.evil.example',
  'null',
])('a page of the origin %s is refused', origin => {
  expect(refusal({ origin })).toBe(403);
});

test('a page of this origin is answered', () => {
  expect(refusal({ origin: 'http://localhost:4870', site: 'same-origin' })).toMatchObject({
    kind: 'document',
  });
});

test.each(['cross-site', 'same-site', 'nonsense'])(
  'what a browser sends for a page elsewhere (%s) is refused',
  site => {
    expect(refusal({ site })).toBe(403);
  },
);

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', ''])('the method %s is refused', method => {
  expect(refusal({ method })).toBe(405);
});

describe('nothing is served but reports', () => {
  test.each([
    '/../data/workspace.yaml',
    '/2026-Q3/../../data/workspace.yaml',
    '/2026-Q3/..%2f..%2fdata/workspace.yaml',
    '/2026-Q3/%2e%2e/index.es.html',
    '/2026-Q3/..\\..\\data\\workspace.yaml',
    '/2026-Q3/index.es.html/../../../data/workspace.yaml',
    '/2026-Q3/account-plan/../index.es.html',
    '/2026-Q3//index.es.html',
    '//evil.example/2026-Q3/index.es.html',
    'http://evil.example/2026-Q3/index.es.html',
    '/2026-Q3/index.es.html\u0000.pdf',
    '/2026-Q3/index.es.html ',
    '/2026-Q3/index.es.HTML',
    '/2026-Q3/',
    '/2026-Q3',
    '/reports/2026-Q3/index.es.html',
    '/data/workspace.yaml',
    '/templates/locales/es.yaml',
    '/package.json',
    '/.git/config',
    '/2026-Q3/a/b/c.es.html',
    '/2026-Q3/.es.html',
    '/events',
    '/events?page=/../data&version=',
    '/cards',
    '/cards?page=/&version=',
    '/cards?page=/2026-Q3/index.en.pdf&version=',
    '/cards?page=/2026-Q3/../index.en.html&version=',
    '/cards?page=/2026-Q3/index.en.html&version=x',
    '/events?page=/2026-Q3/index.es.pdf&version=',
    '/events?page=/2026-Q3/index.es.html&version=x',
    '/events?page=/2026-Q3/index.es.html&version=&page=/',
    '',
    '*',
  ])('%s', target => {
    expect(refusal({ target })).toBe(404);
  });

  test('events are heard, not looked at', () => {
    expect(refusal({ method: 'HEAD', target: '/events?page=/&version=' })).toBe(405);
  });
});
