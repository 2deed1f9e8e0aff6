import type { WorkspaceCode } from '../../workspace/catalogue.ts';
import type { CodeText } from './code-text.ts';
import type { formCodes } from './form.ts';

/** Codes about what the data say: files that are well written but do not agree, or can hardly be meant. */
export const senseCodes = {
  'workspace/unknown-reference': {
    en: 'A name refers to an account, person, product or entry that does not exist. Mend the name or add what it refers to.',
    es: 'Un nombre remite a una cuenta, persona, producto o entrada que no existe. Corríjalo o cree aquello a lo que remite.',
  },
  'workspace/unchecked-reference': {
    en: 'Names refer to products or criteria, but the file that declares them is not there, so they cannot be checked. Write that file.',
    es: 'Se nombran productos o criterios, pero falta el fichero que los declara y no se pueden comprobar. Escriba ese fichero.',
  },
  'workspace/duplicate-id': {
    en: 'Two entries of one list share an id, so nobody could tell which is meant. Give each its own.',
    es: 'Dos entradas de una lista comparten identificador y no se sabría a cuál se alude. Dé a cada una el suyo.',
  },
  'workspace/ownership-cycle': {
    en: 'Accounts name each other as parent in a circle. Take away one `parent`.',
    es: 'Varias cuentas se declaran matriz unas de otras en círculo. Quite un `parent`.',
  },
  'workspace/off-scale': {
    en: 'Points lie outside the scale that `data/program/scoring.yaml` declares. Correct the points or the scale.',
    es: 'Los puntos se salen de la escala que declara `data/program/scoring.yaml`. Corrija los puntos o la escala.',
  },
  'workspace/no-weight': {
    en: 'All criteria weigh nothing, so there is no score. Give at least one a weight.',
    es: 'Todos los criterios pesan cero, de modo que no hay puntuación. Dé peso al menos a uno.',
  },
  'workspace/empty-scale': {
    en: 'Both ends of a scale are the same, so nothing lies on it. Choose two different values.',
    es: 'Los dos extremos de una escala coinciden y nada cabe en ella. Elija dos valores distintos.',
  },
  'workspace/derived-criterion-rated': {
    en: 'The points of this criterion are computed from data; a rating by hand is not used. Delete one of the two.',
    es: 'Los puntos de este criterio se calculan a partir de los datos; la valoración a mano no se usa. Quite una de las dos cosas.',
  },
  'workspace/missing-rate': {
    en: 'An account has amounts in another currency, and there is no rate for those quarters. Add the rates to `data/workspace.yaml`.',
    es: 'Una cuenta tiene importes en otra moneda y no hay tipo de cambio para esos trimestres. Añádalos en `data/workspace.yaml`.',
  },
  'workspace/wrong-order': {
    en: 'An end comes before its beginning. Correct one of the two.',
    es: 'Un final es anterior a su comienzo. Corrija uno de los dos.',
  },
  'workspace/missing-date': {
    en: 'What happened needs a date, or nobody could say in which quarter it counts. Add it.',
    es: 'Lo que ya ocurrió necesita una fecha; si no, no se sabe en qué trimestre cuenta. Añádala.',
  },
  'workspace/status-conflict': {
    en: 'The status of something and its dates do not agree. Correct one of them.',
    es: 'El estado de algo y sus fechas no concuerdan. Corrija una de las dos cosas.',
  },
  'workspace/future-actual': {
    en: 'A value that is said to be actual lies after the period under review. Plans and forecasts may lie there; actual values may not.',
    es: 'Un valor dado por real es posterior al periodo revisado. Ahí caben planes y previsiones, pero no valores reales.',
  },
  'workspace/future-date': {
    en: 'Something is said to have happened after the date of the data, and is not counted yet. Correct the date, or `dataAsOf`.',
    es: 'Se da por ocurrido algo posterior a la fecha de los datos; todavía no se cuenta. Corrija la fecha o `dataAsOf`.',
  },
  'workspace/broken-path': {
    en: 'A stage of the adoption path does not start where the one before it ended. Correct one of the two cells.',
    es: 'Una etapa del camino de adopción no empieza donde terminó la anterior. Corrija una de las dos casillas.',
  },
  'workspace/quote-not-found': {
    en: 'Words that are quoted as evidence do not stand in the statement. Quote them letter for letter.',
    es: 'Las palabras citadas como prueba no aparecen en la declaración. Cítelas al pie de la letra.',
  },
  'workspace/no-history': {
    en: 'No account has revenue in the period under review, so there is next to nothing to report. Add the quarter, or choose another `period`.',
    es: 'Ninguna cuenta tiene ingresos en el periodo revisado y apenas hay nada que contar. Añada el trimestre o elija otro `period`.',
  },
  'workspace/cost-rewarded': {
    en: 'A criterion gives more points for a higher cost. Add `lowerIsBetter: true` if that is not meant.',
    es: 'Un criterio da más puntos cuanto mayor es el coste. Si no es lo que quería, añada `lowerIsBetter: true`.',
  },
  'workspace/suspicious-unit': {
    en: 'A percentage seems to be written where a share belongs, or the other way round: 25% is 0.25.',
    es: 'Parece haberse escrito un porcentaje donde va una proporción, o al revés: 25 % es 0.25.',
  },
  'workspace/thousands-separator': {
    en: '1.500 is one and a half, since the point separates decimals. For thousands write 1500.',
    es: '1.500 se lee como uno y medio, porque el punto separa decimales. Para mil quinientos escriba 1500.',
  },
  'workspace/orders-disagree': {
    en: 'The history of an account and the order file count different numbers of orders. Correct one, or leave the number out of the history.',
    es: 'El historial de una cuenta y el fichero de pedidos no cuentan los mismos pedidos. Corrija uno o quite el número del historial.',
  },
  'workspace/duplicate-cell': {
    en: 'The same product line is declared twice for the same unit of an account. Keep one entry.',
    es: 'La misma línea de producto se declara dos veces para la misma unidad de una cuenta. Deje una entrada.',
  },
  'workspace/shared-potential': {
    en: 'One potential stands for several units and would be counted in each. Write one entry a unit.',
    es: 'Un único potencial vale para varias unidades y se contaría en cada una. Escriba una entrada por unidad.',
  },
  'workspace/more-than-all': {
    en: 'A part is larger than its whole. Correct one of the two.',
    es: 'Una parte es mayor que el todo. Corrija una de las dos cifras.',
  },
  'workspace/contradiction': {
    en: 'Two things that are said cannot both be true. The message names them; correct one.',
    es: 'Dos afirmaciones no pueden ser ciertas a la vez. El mensaje las indica; corrija una.',
  },
  'workspace/missing-quarter': {
    en: 'A quarter is missing between others that have revenue. A gap is not taken for zero; where nothing was bought, write `revenue: 0`.',
    es: 'Falta un trimestre entre otros que sí tienen ingresos. Un hueco no se toma por cero; si no hubo compras, escriba `revenue: 0`.',
  },
  'workspace/implausible-amount': {
    en: 'Amounts of an account can hardly be right together, such as a margin above the revenue. Check them.',
    es: 'Unos importes de una cuenta difícilmente son correctos a la vez, como un margen superior a los ingresos. Revíselos.',
  },
  'workspace/implausible-magnitude': {
    en: 'A value is a hundred or a thousand times what the others are; often it is entered in thousands, or with a slipped decimal point. Check it.',
    es: 'Un valor es cien o mil veces los demás; a menudo está en miles o se corrió la coma decimal. Revíselo.',
  },
  'workspace/implausible-rate': {
    en: 'A rate is far from that of the quarter before, perhaps the wrong way round. A rate says what one unit of the foreign currency is worth.',
    es: 'Un tipo de cambio dista mucho del trimestre anterior; quizá esté invertido. Indica cuánto vale una unidad de la moneda extranjera.',
  },
  'workspace/duplicate-entry': {
    en: 'Two entries of a list say the same and count twice. Keep one, or write what tells them apart.',
    es: 'Dos entradas de una lista dicen lo mismo y cuentan dos veces. Deje una o escriba qué las distingue.',
  },
  'workspace/duplicate-name': {
    en: 'Two accounts or people have the same name: entered twice, or impossible for a reader to tell apart.',
    es: 'Dos cuentas o personas tienen el mismo nombre: o están repetidas, o el lector no podrá distinguirlas.',
  },
} as const satisfies Record<Exclude<WorkspaceCode, keyof typeof formCodes>, CodeText>;
