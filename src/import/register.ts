import { suggest } from '../workspace/suggest.ts';

/** The ids of one kind of entity, and the names that they go by. */
export class IdRegister {
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, readonly string[]>();
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
    this.#ids.set(name, [...this.#idsOf(name), id]);
  }

  remove(id: string): void {
    const name = this.#names.get(id);
    this.#names.delete(id);
    if (name === undefined) return;
    const others = this.#idsOf(name).filter(other => other !== id);
    if (others.length > 0) this.#ids.set(name, others);
    else this.#ids.delete(name);
  }

  /** The id that an id or an exact name stands for; undefined where there is none, or where several share the name. */
  find(reference: string): string | undefined {
    if (this.#names.has(reference)) return reference;
    const [id, ...others] = this.#idsOf(reference);
    return others.length === 0 ? id : undefined;
  }

  /** Why a reference found nothing, or which name was probably meant; empty where there is nothing to say. */
  remarkOn(reference: string): string {
    const known = this.#remarks.get(reference);
    if (known !== undefined) return known;
    const remark = this.#remark(reference);
    this.#remarks.set(reference, remark);
    return remark;
  }

  #remark(reference: string): string {
    const ids = this.#idsOf(reference);
    if (ids.length > 0) return `; the name is that of ${ids.join(' and ')}, so give the id`;
    const meant = suggest(reference, this.#ids.keys());
    return meant === undefined ? '' : `; the nearest name is ${JSON.stringify(meant)}`;
  }

  #idsOf(name: string): readonly string[] {
    return this.#ids.get(name) ?? [];
  }
}
