/** Where each line of the day's first screen is done. */
export const noticePlace = (id?: string) =>
  id === undefined ? '/registry?tab=notices' : `/registry?tab=notices&notice=${id}`;
export const planPlace = (entry: string) => `/plan?entry=${entry}`;
export const CHECKS_PLACE = '/checks';
export const NORM_PLACE = '/publications';
export const PUBLISH_PLACE = '/publish';
export const REPORT_PLACE = '/report';
