import { suggest } from '../workspace/suggest.ts';

/** The ids of one kind of entity, and the names that they go by. */
export class IdRegister {
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  /** A source repeats its mistakes, and each look among all names is dear. */
  readonly #remarks = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** The name that holds an id. */
  holder(id: string): string | undefined {
    return this.#names.get(id);
  }

  add(id: string, name: string): void {
    this.#names.set(id, name);
    if (!this.#ids.has(name)) this.#ids.set(name, id);
  }

  remove(id: string): void {
    const name = this.#names.get(id);
    this.#names.delete(id);
    if (name !== undefined && this.#ids.get(name) === id) this.#ids.delete(name);
  }

  /** The id that an id or an exact name stands for. */
  find(reference: string): string | undefined {
    return this.#names.has(reference) ? reference : this.#ids.get(reference);
  }

  /** A remark on the name that was probably meant; empty where none is near. */
  remarkOn(reference: string): string {
    const known = this.#remarks.get(reference);
    if (known !== undefined) return known;
    const meant = suggest(reference, this.#ids.keys());
    const remark = meant === undefined ? '' : `; the nearest name is ${JSON.stringify(meant)}`;
    this.#remarks.set(reference, remark);
    return remark;
  }
}
