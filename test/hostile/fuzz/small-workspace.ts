import { parse, stringify } from 'yaml';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { filesOf } from '../../unit/workspace/memory.ts';
import { exampleTexts, type WorkspaceTexts } from '../hostile-workspace.ts';

/** Accounts that stay as they are. */
const whole = /accounts\/(aguas-del-serpis|agroenmiendas-mancha-este)\.yaml$/;
const isAccount = (path: string): boolean => path.startsWith('data/accounts/');
const isProgram = (path: string): boolean => path.startsWith('data/program/');
/** What is left of the others, so that the programme may name them. */
const kept = [
  'name',
  'shortName',
  'status',
  'lost',
  'since',
  'parent',
  'currency',
  'fields',
  'manager',
  'key',
];

const reduced = (text: string): string => {
  const account = parse(text) as Readonly<Record<string, unknown>>;
  return stringify(Object.fromEntries(Object.entries(account).filter(([key]) => kept.includes(key))));
};

const texts = Object.fromEntries(
  Object.entries(exampleTexts)
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([path, text]) => [path, path === 'data/workspace.yaml' ? withoutBrand(text) : text]),
);

function withoutBrand(text: string): string {
  const { brand: _, ...others } = parse(text) as Readonly<Record<string, unknown>>;
  return stringify(others);
}

const chosen = (want: (path: string) => boolean): WorkspaceTexts =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => want(path)));

/** Two accounts of the example that say all that accounts can, and the people and products: loads in milliseconds. */
export const fewAccounts = (): WorkspaceTexts =>
  chosen(path => (isProgram(path) ? path.endsWith('scoring.yaml') : !isAccount(path) || whole.test(path)));

/** The programme of the example, as far as it is sound with accounts that say little more than their names. */
export const programme = async (): Promise<WorkspaceTexts> => {
  let sound: WorkspaceTexts = {
    ...Object.fromEntries(
      Object.entries(chosen(path => !isProgram(path))).map(([path, text]) => [
        path,
        isAccount(path) ? reduced(text) : text,
      ]),
    ),
    ...chosen(path => path.endsWith('scoring.yaml')),
  };
  for (const [path, text] of Object.entries(chosen(isProgram))) {
    const more = { ...sound, [path]: text };
    if (!hasErrors((await loadWorkspace(filesOf(more))).diagnostics)) sound = more;
  }
  return sound;
};
