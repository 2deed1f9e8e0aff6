import type { Files } from '../effects.ts';
import { compareIds } from '../model/order.ts';

export type Templates = Pick<Files, 'read' | 'list'>;

/** What a workspace may have its own of: layouts, partials and stylesheets. What runs in the page is the product's alone. */
const ownFile = /^templates\/(?:(?:layouts|partials)\/[\w-]+\.hbs|styles\/[\w-]+\.css)$/;

/**
 * The templates of the product, and over them those of the workspace: a file of the same name takes the place of the product's, others
 * come beside them. Nothing else need be copied.
 */
export const withOwnTemplates = (workspace: Templates, product: Templates): Templates => ({
  read: async path => (ownFile.test(path) ? await workspace.read(path) : undefined) ?? product.read(path),
  list: async folder => {
    const own = (await workspace.list(folder)).filter(path => ownFile.test(path));
    return [...new Set([...own, ...(await product.list(folder))])].sort(compareIds);
  },
});
