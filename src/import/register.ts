import { suggest } from '../workspace/suggest.ts';

/** The ids of one kind of entity, and the names that they go by. */
export class IdRegister {
  /** Ids that the workspace had before. */
  readonly #known = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, readonly string[]>();
  /** A source repeats its mistakes, and each look among all names is dear. */
  readonly #remarks = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#names.size === 0 && this.#known.size === 0;
  }

  /** The name under which this import has taken an id. */
  holder(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** Whether there is such an entity, in the workspace or in this import. */
  has(id: string): boolean {
    return this.#names.has(id) || this.#known.has(id);
  }

  /** An entity of the workspace, which the import may update. */
  know(id: string, name: string): void {
    this.#known.set(id, name);
    this.#name(id, name);
  }

  add(id: string, name: string): void {
    this.#names.set(id, name);
    this.#name(id, name);
  }

  #name(id: string, name: string): void {
    const ids = this.#idsOf(name);
    if (!ids.includes(id)) this.#ids.set(name, [...ids, id]);
  }

  remove(id: string): void {
    const name = this.#names.get(id);
    this.#names.delete(id);
    if (name === undefined || this.#known.get(id) === name) return;
    const others = this.#idsOf(name).filter(other => other !== id);
    if (others.length > 0) this.#ids.set(name, others);
    else this.#ids.delete(name);
  }

  /** The id that an id or an exact name stands for; undefined where there is none, or where several share the name. */
  find(reference: string): string | undefined {
    if (this.has(reference)) return reference;
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
