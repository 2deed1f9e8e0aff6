/** Whether what somebody is to do, reach or learn is still to come or under way: neither settled nor given up. */
export const isOpenWork = ({ state }: { readonly state: string }): boolean =>
  state === 'planned' || state === 'in-progress';
