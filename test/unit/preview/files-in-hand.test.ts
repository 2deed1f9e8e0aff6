import { expect, test } from 'vitest';
import { filesInHand, madeFrom, type Tree } from '../../../src/preview/files-in-hand.ts';

/** A tree whose files can be edited; notes what is read. */
const editable = (texts: Record<string, string>) => {
  const read: string[] = [];
  const tree: Tree = {
    read: async path => {
      read.push(path);
      return texts[path];
    },
    readBytes: async path => {
      read.push(path);
      return texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path]);
    },
    list: async folder => {
      read.push(`${folder}/`);
      return Object.keys(texts).filter(path => path.startsWith(`${folder}/`));
    },
  };
  return { texts, read, tree };
};

test('a file is read once, until somebody says that it has changed', async () => {
  const { texts, read, tree } = editable({ 'data/a.yaml': 'one' });
  const files = filesInHand(tree);
  expect([await files.read('data/a.yaml'), await files.read('data/a.yaml')]).toEqual(['one', 'one']);
  expect(read).toEqual(['data/a.yaml']);
  texts['data/a.yaml'] = 'two';
  expect(await files.read('data/a.yaml')).toBe('one');
  files.forget('data/a.yaml');
  expect(await files.read('data/a.yaml')).toBe('two');
});

test('a folder is listed anew when something in it has come or gone', async () => {
  const { texts, tree } = editable({ 'data/a.yaml': '' });
  const files = filesInHand(tree);
  expect(await files.list('data')).toEqual(['data/a.yaml']);
  texts['data/b.yaml'] = '';
  files.forget('data/b.yaml');
  expect(await files.list('data')).toEqual(['data/a.yaml', 'data/b.yaml']);
});

test('a disk that fails is asked again', async () => {
  let fails = true;
  const { tree } = editable({ 'data/a.yaml': 'one' });
  const files = filesInHand({
    ...tree,
    read: path => (fails ? Promise.reject(new Error('EIO')) : tree.read(path)),
  });
  await expect(files.read('data/a.yaml')).rejects.toThrow('EIO');
  fails = false;
  expect(await files.read('data/a.yaml')).toBe('one');
});

test('what is made from files is made again only when one that it read is another', async () => {
  const { texts, tree } = editable({ 'data/a.yaml': '1', 'data/b.yaml': '2', 'data/sub/c.yaml': '3' });
  const files = filesInHand(tree);
  let made = 0;
  const sum = madeFrom(files, async own => {
    made += 1;
    const paths = (await own.list('data/sub')).concat('data/a.yaml');
    const all = await Promise.all(paths.map(path => own.read(path)));
    const bytes = await own.readBytes('data/absent.svg');
    return all.join('+') + (bytes === undefined ? '' : '!');
  });
  const edit = (path: string, text: string): void => {
    texts[path] = text;
    files.forget(path);
  };
  expect([await sum(), await sum(), made]).toEqual(['3+1', '3+1', 1]);
  edit('data/b.yaml', '20');
  expect([await sum(), made]).toEqual(['3+1', 1]);
  edit('data/a.yaml', '1');
  expect([await sum(), made]).toEqual(['3+1', 1]);
  edit('data/a.yaml', '10');
  expect([await sum(), made]).toEqual(['3+10', 2]);
  edit('data/sub/d.yaml', '4');
  expect([await sum(), made]).toEqual(['3+4+10', 3]);
  edit('data/absent.svg', 'here');
  expect([await sum(), made]).toEqual(['3+4+10!', 4]);
});

test('what failed is made again', async () => {
  let fails = true;
  const sum = madeFrom(filesInHand(editable({}).tree), async () => {
    if (fails) throw new Error('no');
    return 1;
  });
  await expect(sum()).rejects.toThrow('no');
  fails = false;
  expect(await sum()).toBe(1);
});

test('what many ask for at once after an edit is made once', async () => {
  const { texts, tree } = editable({ 'data/a.yaml': '1' });
  const files = filesInHand(tree);
  let made = 0;
  const text = madeFrom(files, async own => {
    made += 1;
    return own.read('data/a.yaml');
  });
  const many = () => Promise.all(Array.from({ length: 20 }, text));
  expect([new Set(await many()), made]).toEqual([new Set(['1']), 1]);
  texts['data/a.yaml'] = '2';
  files.forget('data/a.yaml');
  expect([new Set(await many()), made]).toEqual([new Set(['2']), 2]);
});
