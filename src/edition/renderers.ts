import type { Effects } from '../effects.ts';
import type { Workspace } from '../model/workspace.ts';
import { createRenderer, type Renderer } from '../render/renderer.ts';
import type { Templates } from './templates.ts';

/** Renderers by layout: each is read and compiled once, when the first document asks for it. */
export const renderersFor = (
  { brand }: Pick<Workspace, 'brand'>,
  { templates, fonts: ours }: Pick<Effects, 'fonts'> & { readonly templates: Templates },
): ((layout: string) => Promise<Renderer>) => {
  const fonts = { ...ours, faces: [...(brand?.faces ?? []), ...ours.faces] };
  const known = new Map<string, Promise<Renderer>>();
  return layout => {
    const renderer = known.get(layout) ?? createRenderer(templates, fonts, layout);
    known.set(layout, renderer);
    return renderer;
  };
};
