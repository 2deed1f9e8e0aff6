import type { FreshCode } from '../../manifest/catalogue.ts';
import type { CodeText } from './code-text.ts';

/** Codes of `check --fresh`: what built documents are. */
export const freshCodes = {
  'fresh/no-manifest': {
    en: 'No manifest lies beside the documents, so nothing says from what they were made. A build writes it.',
    es: 'No hay manifiesto junto a los documentos, así que nada dice con qué se hicieron. Lo escribe `build`.',
  },
  'fresh/unreadable-manifest': {
    en: 'The manifest is not one that this version reads. After a merge with conflicts, build instead of mending it.',
    es: 'El manifiesto no es uno que lea esta versión. Tras una fusión con conflictos, genérelo de nuevo en vez de arreglarlo.',
  },
  'fresh/stale': {
    en: 'Documents were made before a file that they rest on changed. They may say what the data no longer say.',
    es: 'Hay documentos hechos antes de que cambiara un fichero del que dependen. Puede que digan lo que los datos ya no dicen.',
  },
  'fresh/other-version': {
    en: 'Documents were made with another version of `cuentas`, whose methods and pages may differ.',
    es: 'Hay documentos hechos con otra versión de `cuentas`, cuyos métodos y páginas pueden ser otros.',
  },
  'fresh/missing': {
    en: 'The manifest lists documents that are not there. Those that git ignores may be absent.',
    es: 'El manifiesto enumera documentos que no están. Los que git ignora pueden faltar.',
  },
  'fresh/changed-by-hand': {
    en: 'A document is not the file that was built. What it should say belongs in the data or in its notebook.',
    es: 'Un documento no es el fichero que se generó. Lo que deba decir va en los datos o en su cuaderno.',
  },
  'fresh/unexpected': {
    en: 'A file has the name of a document, but the manifest does not know it: it is left from what no longer exists.',
    es: 'Un fichero tiene nombre de documento, pero el manifiesto no lo conoce: es un resto de algo que ya no existe.',
  },
  'fresh/not-planned': {
    en: 'Of `check --fresh --rebuild`: the manifest lists documents that the data and the notebooks no longer ask for.',
    es: 'De `check --fresh --rebuild`: el manifiesto enumera documentos que los datos y los cuadernos ya no piden.',
  },
  'fresh/not-reproduced': {
    en: 'Of `check --fresh --rebuild`: a document that was built again came out otherwise than the manifest says.',
    es: 'De `check --fresh --rebuild`: un documento generado de nuevo no salió como dice el manifiesto.',
  },
} as const satisfies Record<FreshCode, CodeText>;
