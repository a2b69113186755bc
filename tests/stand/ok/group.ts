import { COMMUNITY, type Person } from '../vk/people';
import { POSTS } from '../vk/posts';

/** The group of the practice pages: the same town and people as on VKontakte, with addresses of OK. */
const GROUP = 5300;
export const GROUP_PATH = `/group/${GROUP}`;

/** Address of someone's page: `/profile/<id>`, or the group's. */
export const pathOf = (person: Person): string =>
  person.id === COMMUNITY.id ? GROUP_PATH : `/profile/${person.id}`;

/** A topic of the group. */
export interface StandTopic {
  n: number;
  text: string;
  /** As the page shows it. */
  time: string;
}

/** Topics of the group: the posts of the wall with numbers as OK gives them. */
export const TOPICS: readonly StandTopic[] = POSTS.map(({ n, text, time }) => ({
  n: 1_500 + n - 200,
  text,
  time,
}));

/** The topic whose comments are the practice thread. */
export const MAIN_TOPIC = 1_500;
export const topicPath = (n: number): string => `${GROUP_PATH}/topic/${n}`;
/** The same topic in the list of discussions. */
export const discussionPath = (n: number): string => `/discussions/1/${GROUP}/${n}`;

/** When comment `n` was written, milliseconds since 1970. */
export const stampOf = (n: number): number => Date.UTC(2026, 10, 24, 2, 0) + (n - 300) * 180_000;
