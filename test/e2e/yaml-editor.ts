import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** A place in a text as the language server counts it: from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

interface Told {
  readonly message: string;
  readonly range: { readonly start: Position };
}

/** A word that may be written, what the editor says of it, and what it writes for it. */
export interface Offer {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
}

/** An editor with one open YAML file: what its language server says of it. */
export interface YamlEditor {
  /** Problems that the server marks in a text of the file. */
  problems(text: string): Promise<readonly Told[]>;
  /** What it offers at a place of the last text. */
  offered(position: Position): Promise<readonly Offer[]>;
  /** What it shows of the word at a place of the last text. */
  shown(position: Position): Promise<string>;
}

const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
// No store of schemas from the network: the modeline alone says which schema is meant.
const settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

/** @param file absolute path; its folder is where schemas are looked for */
export const openYamlEditor = async (file: string): Promise<YamlEditor> => {
  const uri = pathToFileURL(file).href;
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    child.kill('SIGKILL');
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings : {})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { hover: {}, completion: {}, publishDiagnostics: {} },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: settings } });
  return editorOf(connection, uri);
};

const editorOf = (connection: MessageConnection, uri: string): YamlEditor => {
  let version = 0;
  const at = (position: Position) => ({ textDocument: { uri }, position });
  return {
    problems: async text => {
      version += 1;
      const told = new Promise<readonly Told[]>(resolve => {
        connection.onNotification(
          'textDocument/publishDiagnostics',
          ({ diagnostics }: { diagnostics: Told[] }) => resolve(diagnostics),
        );
      });
      const document = { uri, languageId: 'yaml', version, text };
      if (version === 1)
        await connection.sendNotification('textDocument/didOpen', { textDocument: document });
      else
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
      return told;
    },
    offered: async position => {
      const { items } = await connection.sendRequest<{ items: Offer[] }>(
        'textDocument/completion',
        at(position),
      );
      return items;
    },
    shown: async position => {
      const hover = await connection.sendRequest<{ contents: { value: string } } | null>(
        'textDocument/hover',
        at(position),
      );
      return hover?.contents.value ?? '';
    },
  };
};
